package casewright.extraction.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/// What a PDF holds besides its pages: it is never opened, and the reviewer is told.
public final class BesidePages {

    private static final int DEEPEST = 5;

    private BesidePages() {
    }

    /// In plain words; none where there is nothing.
    public static List<String> warnings(PDDocument document) {
        List<String> warnings = new ArrayList<>();
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null && form.xfaIsDynamic()) {
            warnings.add("The PDF is a form whose values are not on its pages (XFA): they were not read. Please open it in Adobe Reader, print it into a new PDF and upload that.");
        }
        int files = embeddedFiles(document);
        if (files > 0) {
            warnings.add("The PDF carries " + (files == 1 ? "a file" : files + " files") + " within it, which " + (files == 1 ? "was" : "were") + " not opened. Please save "
                    + (files == 1 ? "it, and upload it if it matters." : "them, and upload those that matter."));
        }
        return warnings;
    }

    private static int embeddedFiles(PDDocument document) {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        return names == null || names.getEmbeddedFiles() == null ? 0 : count(names.getEmbeddedFiles(), 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /// A damaged or hostile tree may hold itself, and many times over: each part of it is counted once.
    private static int count(PDNameTreeNode<?> node, int depth, Set<COSDictionary> counted) {
        if (depth > DEEPEST || !counted.add(node.getCOSObject())) return 0;
        try {
            Map<String, ?> names = node.getNames();
            int count = names == null ? 0 : names.size();
            if (node.getKids() != null) {
                for (PDNameTreeNode<?> kid : node.getKids()) count += count(kid, depth + 1, counted);
            }
            return count;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
