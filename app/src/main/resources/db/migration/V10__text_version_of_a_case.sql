-- Which version of a document's text a case was read from: citations name places in it. Null: not read yet, or read when there was only one.
alter table case_document add column text_version int;
