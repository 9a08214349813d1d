-- A locked attachment that an officer let the case be read without.
alter table case_document add column left_out boolean not null default false;

-- An ISO 639-1 code, "und" where too little is written. Null: kept before it was noted.
alter table document_text add column language text;
