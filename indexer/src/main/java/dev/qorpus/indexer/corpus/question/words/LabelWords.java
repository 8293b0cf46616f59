package dev.qorpus.indexer.corpus.question.words;

/** The labels of questions and answers, as alternatives of a regular expression. */
public final class LabelWords {

    /** The labels of questions, in the languages of most FAQs. */
    public static final String QUESTION = "Question|Ques?|Qn?|Frage|Pregunta|Pergunta|Domanda|Вопрос|问题?|問題?|質問|Vraag|Pytanie"
            + "|Otázka|Fråga|Spørgsmål|Spørsmål|Kysymys|Soru|질문|Питання|Întrebare|Kérdés|Ερώτηση|Pertanyaan|Tanya"
            + "|Câu hỏi|Hỏi|सवाल|प्रश्न|سؤال|السؤال|שאלה|คำถาม";

    /** The labels of answers, in the same languages. */
    public static final String ANSWER = "Answers?|Ans|Antwort|Respuesta|Resposta|Risposta|Réponse|Ответ|答案?|回答|Antwoord"
            + "|Odpowiedź|Odpověď|Svar|Vastaus|Cevap|답변?|Відповідь|Răspuns|Válasz|Απάντηση|Jawaban|Jawab"
            + "|Trả lời|Đáp|जवाब|उत्तर|جواب|الجواب|إجابة|الإجابة|תשובה|คำตอบ|答え|答|解答";

    private LabelWords() {}
}
