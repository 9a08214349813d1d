/// The text of a section in, the spans of its passages out. Knows neither indexes nor documents.
@NullMarked
package casewright.retrieval.splitting;

import org.jspecify.annotations.NullMarked;
