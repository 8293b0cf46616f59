package dev.qorpus.indexer.analysis;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Set;

/**
 * Words of questions that say nothing of their subject, in languages for which Lucene's lists of function words lack them.
 * In Chinese, Japanese and Korean they are pairs of signs, as these are analysed.
 */
final class QuestionWords {

    private static final String PARTICLES = "吗呢吧了的我你您他她们";

    private static final Map<String, Set<String>> BY_LANGUAGE = Map.of(
            "de", Set.of("brauche", "braucht", "brauchen", "viel", "viele", "gibt", "geht", "geschieht", "passiert",
                    "möglich", "bekomme", "darf", "dürfen", "wieso", "weshalb", "warum", "wann", "bitte"),
            "ar", Set.of("هل", "ماذا", "كم", "متى", "كيف", "لماذا", "أين", "من", "يمكن", "يمكنك", "يمكنني", "ويمكن",
                    "أحتاج", "يحدث", "نعم", "لا", "إذا"),
            "zh", Set.of("可以", "什么", "怎么", "如何", "怎样", "哪里", "哪些", "多少", "几点", "为什", "需要", "是否", "能否",
                    "如果", "没有", "一个", "就有", "我们", "他们", "这个", "那个", "应该", "必须", "以在", "么样", "会怎"),
            "ja", Set.of("何で", "何が", "何を", "何時", "必要", "場合", "可能", "方法"),
            "ko", Set.of("나요", "까요", "니까", "니다", "습니", "입니", "합니", "됩니", "무엇", "어떻", "떻게", "있나", "있습", "할수",
                    "수있", "없습", "하나", "에서", "으로", "한가", "가요", "되나", "인가", "어디", "언제", "얼마"));

    private QuestionWords() {}

    /** Whether a word is one of them, in lower case, in any of some languages. */
    static boolean contains(Iterable<String> languages, String word) {
        for (String language : languages) {
            if (BY_LANGUAGE.getOrDefault(language, Set.of()).contains(word)) {
                return true;
            }
        }
        return isWithParticle(word);
    }

    /**
     * Japanese endings and particles are written in hiragana, those of Chinese with a few signs. A pair with one of them
     * reaches over the end of a word.
     */
    private static boolean isWithParticle(String word) {
        return word.length() <= 2 && word.codePoints()
                .anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HIRAGANA || PARTICLES.indexOf(c) >= 0);
    }
}
