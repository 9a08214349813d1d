-- Who may search a corpus. No row: officers, reviewers and auditors, all of it. Otherwise the roles named here and auditors.
create table corpus_access (
    corpus_id bigint not null references corpus,
    role      text not null check (role in ('OFFICER', 'REVIEWER', 'AUDITOR')),
    -- one line each; the role sees passages on these products and on none in particular; empty: all products
    products  text not null default '',
    primary key (corpus_id, role)
);
