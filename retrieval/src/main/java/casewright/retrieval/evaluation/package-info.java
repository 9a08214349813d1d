/// How good the ranking is: judged queries in, recall and nDCG out. Only for measuring; the service does not use it.
@NullMarked
package casewright.retrieval.evaluation;

import org.jspecify.annotations.NullMarked;
