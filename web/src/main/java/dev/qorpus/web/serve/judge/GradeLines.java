package dev.qorpus.web.serve.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of {@code qrels.tsv}. Lines that cannot be read are kept, and never matched. */
final class GradeLines {

    static final String HEADER = "query-id\tcorpus-id\tscore";

    private final KeptLines lines;
    /** By question, the grades of the judged entries. Of two lines for one pair, the last counts. */
    private final Map<String, Map<String, JudgmentGrade>> grades = new HashMap<>();

    GradeLines(String text) {
        this.lines = new KeptLines(text);
        List<String> contents = lines.contents();
        for (int i = 0; i < contents.size(); i++) {
            String[] columns = columns(contents.get(i), i);
            if (columns.length > 0) {
                grades.computeIfAbsent(columns[0], question -> new LinkedHashMap<>()).put(columns[1],
                        JudgmentGrade.of(Integer.parseInt(columns[2].strip())));
            }
        }
    }

    /** The columns of a judgment; none if the line is no judgment. */
    private static String[] columns(String line, int number) {
        String[] columns = line.split("\t", -1);
        boolean header = number == 0 && columns[0].equals("query-id");
        return columns.length >= 3 && !header && columns[2].strip().matches("[+-]?\\d{1,9}") ? columns : new String[0];
    }

    /** How many questions have a judgment. */
    int questions() {
        return grades.size();
    }

    /** The grades of a question, by entry. */
    Map<String, JudgmentGrade> of(String question) {
        return Map.copyOf(grades.getOrDefault(question, Map.of()));
    }

    /** Sets the grade of a pair, or removes its lines. */
    void set(String question, String entry, JudgmentGrade grade) {
        List<String> contents = lines.contents();
        List<Integer> there = new ArrayList<>();
        String pair = question + "\t" + entry + "\t";
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i).startsWith(pair) && columns(contents.get(i), i).length > 0) {
                there.add(i);
            }
        }
        keep(question, entry, grade);
        if (grade == JudgmentGrade.NONE) {
            there.reversed().forEach(lines::remove);
        } else if (there.isEmpty()) {
            if (contents.isEmpty()) {
                lines.add(HEADER);
            }
            lines.add(question + "\t" + entry + "\t" + grade.score());
        } else {
            String[] columns = contents.get(there.getLast()).split("\t", -1);
            columns[2] = Integer.toString(grade.score());
            lines.set(there.getLast(), String.join("\t", columns));
        }
    }

    private void keep(String question, String entry, JudgmentGrade grade) {
        Map<String, JudgmentGrade> ofQuestion = grades.computeIfAbsent(question, first -> new LinkedHashMap<>());
        if (grade == JudgmentGrade.NONE) {
            ofQuestion.remove(entry);
        } else {
            ofQuestion.put(entry, grade);
        }
        if (ofQuestion.isEmpty()) {
            grades.remove(question);
        }
    }

    /** Whether it holds nothing but a header. */
    boolean isEmpty() {
        return lines.contents().stream().allMatch(line -> line.isBlank() || line.equals(HEADER));
    }

    String text() {
        return lines.text();
    }
}
