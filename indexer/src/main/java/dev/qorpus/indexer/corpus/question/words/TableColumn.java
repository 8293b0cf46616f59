package dev.qorpus.indexer.corpus.question.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A further column in a row of a table of questions.
 *
 * @param title the title of the column; empty if it has none
 * @param start the offset of its cell
 * @param end the offset behind its cell
 * @param text its plain text
 */
public record TableColumn(String title, int start, int end, String text) {

    private static final Pattern LABEL = Pattern.compile(
            "categor(?:y|ies)|topics?|tags?|labels?|keywords?|section|chapter|subject|area|module|level|difficulty|type|kind"
                    + "|kategorien?|themen?|themengebiet|schlagw(?:ort|örter)|stichw(?:ort|örter)|bereich|kapitel|stufe|niveau"
                    + "|schwierigkeit(?:sgrad)?|art|typ|catégories?|thème|sujet|étiquettes?|difficulté|categorías?|temas?"
                    + "|etiquetas?|nivel|dificultad|categorias?|nível|dificuldade|categoria|argomento|livello|difficoltà"
                    + "|categorie|onderwerp|kategoria|poziom|категори[яи]|тем[аы]|теги?|раздел|уровень|сложность|分类|类别|標籤|标签"
                    + "|难度|カテゴリー?|タグ|難易度|분류|태그|난이도",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBER = Pattern.compile("#|№|no\\.?|nr\\.?|num(?:ber)?\\.?|n[°º]|id|nummer|序号|番号|번호",
            Pattern.CASE_INSENSITIVE);
    /** Longer values are text. */
    private static final int LONGEST = 100;

    /** Whether it is a label of the entry, to filter by. */
    public boolean isLabel() {
        return LABEL.matcher(title).matches() && text.length() <= LONGEST;
    }

    /** Whether it numbers the rows. */
    public boolean isNumber() {
        return NUMBER.matcher(title).matches() && text.matches("\\w{1,8}[.)]?");
    }

    /** The name of the label. */
    public String label() {
        return title.toLowerCase(Locale.ROOT);
    }

    /** The values of the label. Tags are divided by commas. */
    public List<String> values() {
        return List.of(text.split("\\s*[,;]\\s*"));
    }

    /** The cell as a paragraph of the answer. */
    public String paragraph(String markdown) {
        return title.isEmpty() ? markdown : title + ": " + markdown;
    }
}
