/// Plain text in, ranked passages out.
///
/// In: [KnowledgeDocument]s of one corpus version, made by the caller from whatever files it has. Out: a Lucene index in a folder ([PassageIndex])
/// and, for a [PassageQuery], [RankedPassage]s that say where they stand in their section and why they rank where they do.
///
/// Does not belong here: reading files of knowledge, who may see which corpus, a database, Spring, a language model.
@NullMarked
package casewright.retrieval;

import org.jspecify.annotations.NullMarked;
