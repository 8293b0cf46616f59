package dev.qorpus.indexer.corpus.records;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a column or field, and what the field contains by its name. Case, underscores and hyphens do not matter.
 *
 * @param name the name as written, for labels
 * @param role what the field contains
 * @param rank the order among the fields of the same role, the preferred first
 */
record FieldName(String name, Role role, int rank) {

    /** What a field contains. */
    enum Role {
        ID, QUESTION, ANSWER,
        /** Text that goes on from the answer, or is the answer if there is no other. */
        EXPLANATION,
        /** Text that describes the question, or is the answer if there is no other. */
        BODY, SECTION, TYPE, LABEL
    }

    /** The names by role, in the languages of most FAQs; the preferred names first. */
    private static final Map<Role, List<String>> NAMES = Map.of(Role.ID, List.of("_id", "id", "guid", "uuid"),
            Role.QUESTION, List.of("question", "questions", "q", "frage", "fragen", "pregunta", "preguntas", "pergunta",
                    "perguntas", "domanda", "domande", "vraag", "pytanie", "вопрос", "вопросы", "问题", "問題", "问", "質問",
                    "질문", "intitulé", "énoncé", "enunciado", "fråga", "spørgsmål", "spørsmål", "kysymys", "otázka",
                    "soru",
                    "питання", "kérdés", "întrebare", "pertanyaan", "câu hỏi", "السؤال", "سؤال", "प्रश्न",
                    "question text", "question title", "prompt", "instruction", "query", "user query", "front",
                    "vorderseite", "recto", "anverso", "term", "title", "titel", "titre", "subject", "heading"),
            Role.ANSWER, List.of("answer", "answers", "antwort", "antworten", "respuesta", "respuestas", "resposta",
                    "respostas", "risposta", "risposte", "réponse", "réponses", "reponse", "antwoord", "odpowiedź",
                    "ответ",
                    "ответы", "答案", "回答", "答", "解答", "답변", "a", "svar", "vastaus",
                    "odpověď", "odpoveď", "cevap", "yanıt", "відповідь", "válasz", "răspuns", "jawaban", "trả lời",
                    "câu trả lời",
                    "đáp án", "الإجابة", "الجواب", "جواب", "उत्तर", "答え", "정답", "answer text", "answer body",
                    "accepted answer",
                    "response", "responses", "reply", "replies", "completion", "output", "back", "rückseite", "verso",
                    "reverso", "definition", "chosen"),
            Role.EXPLANATION, List.of("explanation", "solution", "rationale", "erklärung", "lösung", "explication",
                    "explicación", "solución", "explanations", "solutions", "reasoning", "notes", "hint"),
            Role.BODY, List.of("text", "body", "content", "question body", "description", "beschreibung", "details",
                    "context", "passage", "paragraph", "input", "selftext"),
            Role.SECTION,
            List.of("section", "category", "kategorie", "categoría", "categoria", "catégorie", "категория",
                    "类别", "chapter", "deck"),
            Role.TYPE, List.of("type"));

    /** Names to recommend in messages. */
    static final String QUESTION_NAMES = "question, title, q";
    static final String ANSWER_NAMES = "answer, response, text, body";

    private static final Map<String, FieldName> KNOWN = known();

    /** Last words that tell the role of a longer name, such as {@code Customer question}. */
    private static final Set<String> LAST = Set.of("question", "frage", "pregunta", "вопрос", "answer", "antwort",
            "respuesta", "ответ", "response", "explanation");
    /** First words of names that count or tell something about a field, and are not the field. */
    private static final Set<String> ABOUT = Set.of("has", "is", "num", "number", "no", "count", "total", "show",
            "wrong",
            "incorrect", "rejected", "related");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern BREAKS = Pattern.compile("[\\s_.:()\\[\\]/-]+");
    private static final Pattern LANGUAGE = Pattern.compile("(.+) (?:en|de|fr|es|it|pt|ru|zh|ja|nl|pl|english|german)");
    private static final int AFTER_ALL = 1_000;
    /** The number of names of questions that mean nothing else. */
    private static final int PLAIN = NAMES.getOrDefault(Role.QUESTION, List.of()).indexOf("prompt");

    private static Map<String, FieldName> known() {
        Map<String, FieldName> known = new HashMap<>();
        NAMES.forEach((role, names) -> {
            for (int rank = 0; rank < names.size(); rank++) {
                known.put(names.get(rank), new FieldName(names.get(rank), role, rank));
            }
        });
        return known;
    }

    /** Recognises a name. */
    static FieldName of(String name) {
        String written = name.strip();
        FieldName exact = KNOWN.get(written.toLowerCase(Locale.ROOT));
        if (exact != null) {
            return new FieldName(written, exact.role, exact.rank);
        }
        String words = BREAKS.matcher(CAMEL.matcher(written).replaceAll(" ")).replaceAll(" ").strip()
                .toLowerCase(Locale.ROOT);
        String bare = LANGUAGE.matcher(words).replaceFirst("$1");
        FieldName known = KNOWN.get(bare);
        if (known == null) {
            String last = bare.substring(bare.lastIndexOf(' ') + 1);
            boolean tells = LAST.contains(last) && !ABOUT.contains(bare.substring(0, Math.max(0, bare.indexOf(' '))));
            known = tells ? KNOWN.get(last) : null;
        }
        return known == null
                ? new FieldName(written, Role.LABEL, AFTER_ALL)
                : new FieldName(written, known.role, known.rank + AFTER_ALL);
    }

    /** Whether the field may hold the answer. */
    boolean mayBeAnswer() {
        return role == Role.ANSWER || role == Role.EXPLANATION || role == Role.BODY;
    }

    /** Whether the name says that the field is a question, and not only what is asked for or named. */
    boolean isPlainQuestion() {
        return role == Role.QUESTION && rank % AFTER_ALL < PLAIN;
    }

    /** Whether the field is one side of a flashcard. */
    boolean isCard() {
        return Set.of("front", "back", "vorderseite", "rückseite", "recto", "verso", "anverso", "reverso", "term",
                "definition").contains(name.toLowerCase(Locale.ROOT));
    }
}
