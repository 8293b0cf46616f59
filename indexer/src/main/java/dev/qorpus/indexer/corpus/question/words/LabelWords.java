package dev.qorpus.indexer.corpus.question.words;

import java.util.Set;

/** The labels of questions and answers, as alternatives of a regular expression. */
public final class LabelWords {

    /** The labels of questions, in the languages of most FAQs. */
    public static final String QUESTION = "Question|Ques?|Qn?|Ｑ|Frage|Pregunta|Pergunta|Domanda|Вопрос|提问|提問|问题?|問題?|質問|Vraag|Pytanie"
            + "|Otázka|Fråga|Spørgsmål|Spørsmål|Kysymys|Soru|질문|문제?|Питання|Запитання|Въпрос|Pitanje|Vprašanje|Klausimas|Jautājums|Küsimus|Întrebare|Kérdés|Ερώτηση|Pertanyaan|Tanya"
            + "|Câu hỏi|Câu(?= ?\\d)|Hỏi|सवाल|प्रश्न|سؤال|السؤال|سوال|پرسش|שאלה|คำถาม|ถาม";

    /** The labels of answers, in the same languages. */
    public static final String ANSWER = "Answers?|Ans|Ａ|Antwort|Respuesta|Rta|Resposta|Risposta|Réponse|Ответ|答案?|回答|Antwoord"
            + "|Odpowiedź|Odpověď|Odpoveď|Odgovor|Отговор|Atsakymas|Atbilde|Vastus|Svar|Vastaus|Cevap|Yanıt|답변?|정답|Відповідь|Răspuns|Válasz|Απάντηση|Jawaban|Jawab"
            + "|Trả lời|Đáp|जवाब|उत्तर|جواب|الجواب|إجابة|الإجابة|پاسخ|תשובה|คำตอบ|ตอบ|答え|答|解答|正解";

    /** What is between the label of a question and its number. */
    public static final String BEFORE_NUMBER = "[ ._-]{0,2}(?:[#№(\\[]|n[°º]\\s?|Nr\\.\\s?)?";

    /** The number of an answer, behind its label. */
    public static final String ANSWER_NUMBER = "(?:[ ._-]?[#№(\\[]?[\\d０-９]{1,5}[)\\]]?)?";

    /** Single letters for questions that have a letter of their own for answers, see {@link #areLetters}. */
    public static final String LETTERS = "KSTHOПÎΕسש";

    /** The letter of a question, and the letter of its answer. */
    private static final Set<String> PAIRS = Set.of("KV", "SC", "TJ", "HĐ", "OA", "ПВ", "ÎR", "ΕΑ", "سج", "שת", "PO",
            "FS", "PR", "DR", "ВО");

    /** Whether two single letters stand for question and answer in a language. */
    public static boolean areLetters(String question, String answer) {
        return PAIRS.contains(question + answer);
    }

    private LabelWords() {}
}
