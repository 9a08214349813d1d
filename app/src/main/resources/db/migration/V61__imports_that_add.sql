-- Weekly updates are put to the documents of the newest version instead of taking their place.
alter table import_run add column adds boolean not null default false;
