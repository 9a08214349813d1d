/// Text recognition (OCR): the image of a page in, words with their places and confidence out. Tesseract does it, in a process of its own for each page.
@NullMarked
package casewright.extraction.recognition;

import org.jspecify.annotations.NullMarked;
