/// The forms in which public and private knowledge comes: one file in, documents out, as a stream. Knows neither corpora nor the database.
@NullMarked
package casewright.knowledge.forms;

import org.jspecify.annotations.NullMarked;
