package dev.qorpus.search.topics;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that name no topic: they stand in questions and answers about anything. Verbs and adjectives of questions are
 * among them, since a topic is named by nouns.
 */
final class GenericWords {

    private static final Set<String> ENGLISH = words("""
            answer question faq interview output result following explain describe define difference
            different differ purpose example sample sentence meaning mean reason advantage disadvantage
            benefit drawback pro con kind sort thing part step amount lot detail note source reference
            problem issue solution approach technique idea concept term way role task topic section
            chapter basic introduction overview summary conclusion new old main major minor key
            important common general specific special certain various several many multiple single other
            another same similar first second third last next previous best better good bad great big
            large small long short high low possible available useful easy simple hard difficult
            recommended preferred significant traditional modern popular typical actual correct right
            wrong real true false current default additional extra own own such whole entire full plain
            english faster slower safely unified equal able allow apply ask avoid become begin bring
            build call cause change check choose come compare consider contain convert create decide
            deal do enable ensure exist fail find fix follow forget give go handle happen have help hold
            implement improve include increase introduce keep know lead learn let look make manage
            mention move occur offer open pass perform please prevent print produce provide put read
            really reduce refer remove replace represent require return run say see show start stop
            suggest support take talk tell think throw try turn understand update use utilize want work
            write access display affect achieve adapt capture combine accept add adopt assign attach
            bind break built come done expect found get given got log made matter seen used using based
            called known named handling improving achieving allowing avoiding building creating making
            getting calling setting preventing writing working passing adding running changing defining
            describing introduced allowed added removed changed returned defined declared created
            printed logged evaluated written want need should would could always never often usually
            actually exactly internally effectively properly correctly directly currently however
            instead still already yet even ever anything something everything nothing someone everyone
            people person developer company today year day sure wait gets does doesn don isn won let's
            what's e.g i.e etc why how when where which who
            """);
    /** These name nothing alone, but in a phrase, as in "word embeddings" and "linked list". */
    private static final Set<String> ALONE = words("""
            word type list set line link user time form number case point value code file data name""");
    private static final Map<String, Set<String>> BY_LANGUAGE = Map.of(
            "de", words("""
                    antwort frage beispiel unterschied vorteil nachteil zweck grund bedeutung
                    erkläre erklären beschreibe beschreiben nenne nennen ausgabe ergebnis
                    folgende folgenden funktioniert verwenden verwendet nutzen machen kann muss
                    dass anzahl neue verschiedene wichtige beste"""),
            "fr", words("""
                    réponse question exemple différence avantage inconvénient but raison
                    expliquez expliquer décrivez décrire résultat suivant suivante utiliser
                    faire peut doit nouveau nouvelle important meilleur"""),
            "es", words("""
                    respuesta pregunta ejemplo diferencia ventaja desventaja propósito razón
                    explica explicar describe describir resultado siguiente usar hacer puede
                    debe nuevo nueva importante mejor"""),
            "it", words("""
                    risposta domanda esempio differenza vantaggio svantaggio scopo motivo spiega
                    spiegare descrivi risultato seguente usare fare può deve nuovo importante
                    migliore"""),
            "pt", words("""
                    resposta pergunta exemplo diferença vantagem desvantagem propósito razão
                    explique explicar descreva resultado seguinte usar fazer pode deve novo
                    importante melhor"""),
            "nl", words("""
                    antwoord vraag voorbeeld verschil voordeel nadeel doel reden leg beschrijf
                    resultaat volgende gebruiken maken kan moet nieuwe belangrijke beste"""),
            "ru", words("""
                    ответ вопрос пример разница отличие преимущество недостаток цель причина
                    объясните опишите результат следующий использовать делать можно нужно новый
                    важный лучший"""),
            "zh", words("回答 答案 问题 例子 区别 目的 原因 优点 缺点 解释 描述 结果 使用 以下 不同"),
            "ja", words("回答 答え 質問 例え 違い 目的 理由 説明 結果 使用 以下"));

    private GenericWords() {}

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a word as written names no topic, in a language (ISO 639-1; empty if it is not known) or in English. */
    static boolean contains(String language, String written) {
        String word = written.toLowerCase(Locale.ROOT).replace('’', '\'');
        return isIn(ENGLISH, word) || BY_LANGUAGE.getOrDefault(language, Set.of()).contains(word);
    }

    /** Whether a word names something only in a phrase. */
    static boolean needsOthers(String written) {
        return isIn(ALONE, written.toLowerCase(Locale.ROOT));
    }

    /** In the singular or the plural. */
    private static boolean isIn(Set<String> words, String word) {
        return words.contains(word) || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)))
                || (word.endsWith("es") && words.contains(word.substring(0, word.length() - 2)))
                || (word.endsWith("ies") && words.contains(word.substring(0, word.length() - 3) + "y"));
    }
}
