-- Neighbouring passages are shown as one hit and cited as one: the first is named, this many in reading order belong to it.
alter table cited_passage add column adjoining int not null default 1 check (adjoining > 0);
