-- What editors wrote of entries of the catalogue and nobody has released yet: one draft an entry, a row each for its body (part and language empty) and its texts.
create table catalogue_draft (
    kind nvarchar(40) collate Latin1_General_100_BIN2 not null,
    code nvarchar(100) collate Latin1_General_100_BIN2 not null,
    part nvarchar(40) collate Latin1_General_100_BIN2 not null,
    language nvarchar(8) collate Latin1_General_100_BIN2 not null,
    number bigint not null,
    removes bit not null,
    state nvarchar(20) collate Latin1_General_100_BIN2 null,
    body nvarchar(max) collate Latin1_General_100_BIN2 null,
    person bigint null,
    who nvarchar(200) collate Latin1_General_100_BIN2 not null,
    at_utc datetime2(7) not null,
    constraint pk_catalogue_draft primary key (kind, code, part, language)
);

-- Where an editor decided otherwise than the program ships: the hash of what it shipped then. Without a current row the editor removed it.
create table catalogue_kept (
    kind nvarchar(40) collate Latin1_General_100_BIN2 not null,
    code nvarchar(100) collate Latin1_General_100_BIN2 not null,
    part nvarchar(40) collate Latin1_General_100_BIN2 not null,
    language nvarchar(8) collate Latin1_General_100_BIN2 not null,
    hash nvarchar(64) collate Latin1_General_100_BIN2 not null,
    constraint pk_catalogue_kept primary key (kind, code, part, language)
);

insert into sequence (name, last) values ('catalogue_draft', 0);
