-- What uploaded PDF and Word files are, which say it nowhere in a form that a program reads: core data sheet, brochure, procedure.
alter table import_run add column document_kind text not null default '';
