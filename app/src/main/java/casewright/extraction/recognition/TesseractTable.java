package casewright.extraction.recognition;

import java.util.ArrayList;
import java.util.List;

/// Tesseract's table of words (`tsv`): level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
final class TesseractTable {

    private static final String WORD = "5";
    private static final int COLUMNS = 12;

    private TesseractTable() {
    }

    static List<RecognizedWord> words(String table) {
        List<RecognizedWord> words = new ArrayList<>();
        String lastLine = "";
        String lastParagraph = "";
        int line = 0;
        int paragraph = 0;
        for (String row : table.lines().toList()) {
            String[] cells = row.split("\t", -1);
            if (cells.length < COLUMNS || !cells[0].equals(WORD)) continue;
            String text = cells[11].strip();
            if (text.isEmpty()) continue;
            String ownParagraph = cells[2] + "." + cells[3];
            String ownLine = ownParagraph + "." + cells[4];
            if (!ownLine.equals(lastLine)) line++;
            if (!ownParagraph.equals(lastParagraph)) paragraph++;
            lastLine = ownLine;
            lastParagraph = ownParagraph;
            int left = Integer.parseInt(cells[6]);
            int top = Integer.parseInt(cells[7]);
            words.add(new RecognizedWord(text, left, top, left + Integer.parseInt(cells[8]), top + Integer.parseInt(cells[9]), Math.clamp((int) Float.parseFloat(cells[10]), 0, 100), line, paragraph));
        }
        return words;
    }
}
