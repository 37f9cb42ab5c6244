-- Figures typed into the entry form, for one feed and region; open until handed in. The number of saves only grows.
create table entry_draft (
    id bigint not null constraint pk_entry_draft primary key,
    feed nvarchar(100) collate Latin1_General_100_BIN2 not null,
    region nvarchar(100) collate Latin1_General_100_BIN2 not null,
    opened_by bigint null,
    opened_utc datetime2(7) not null,
    updated_by nvarchar(200) collate Latin1_General_100_BIN2 not null,
    updated_utc datetime2(7) not null,
    based_on int not null,
    saves int not null,
    source nvarchar(2000) collate Latin1_General_100_BIN2 not null,
    handed_in_by nvarchar(200) collate Latin1_General_100_BIN2 null,
    handed_in_utc datetime2(7) null,
    receipt bigint null
);

create index ix_entry_draft_feed on entry_draft (feed, region);

insert into sequence (name, last) values ('entry_draft', 0);

-- What a save changed, as typed. A cell holds what its latest save says; earlier ones stay, so that each save can be taken back.
create table entry_cell (
    draft bigint not null constraint fk_entry_cell_draft references entry_draft (id),
    [save] int not null,
    number int not null,
    indicator nvarchar(100) collate Latin1_General_100_BIN2 not null,
    variant nvarchar(100) collate Latin1_General_100_BIN2 not null,
    region nvarchar(100) collate Latin1_General_100_BIN2 not null,
    breakdown nvarchar(400) collate Latin1_General_100_BIN2 not null,
    frequency nvarchar(1) collate Latin1_General_100_BIN2 not null,
    period_start int not null,
    period_end int not null,
    value nvarchar(200) collate Latin1_General_100_BIN2 not null,
    status nvarchar(60) collate Latin1_General_100_BIN2 not null,
    note nvarchar(2000) collate Latin1_General_100_BIN2 not null,
    by_person bigint null,
    by_name nvarchar(200) collate Latin1_General_100_BIN2 not null,
    at_utc datetime2(7) not null,
    constraint pk_entry_cell primary key (draft, [save], number)
);

-- Who was reminded of an overdue cell: one row for each cell of a reminder.
create table reminder (
    id bigint not null,
    number int not null,
    feed nvarchar(100) collate Latin1_General_100_BIN2 not null,
    indicator nvarchar(100) collate Latin1_General_100_BIN2 not null,
    variant nvarchar(100) collate Latin1_General_100_BIN2 not null,
    region nvarchar(100) collate Latin1_General_100_BIN2 not null,
    frequency nvarchar(1) collate Latin1_General_100_BIN2 not null,
    period_start int not null,
    period_end int not null,
    by_person bigint null,
    by_name nvarchar(200) collate Latin1_General_100_BIN2 not null,
    at_utc datetime2(7) not null,
    recipients nvarchar(2000) collate Latin1_General_100_BIN2 not null,
    language nvarchar(8) collate Latin1_General_100_BIN2 not null,
    subject nvarchar(400) collate Latin1_General_100_BIN2 not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null,
    constraint pk_reminder primary key (id, number)
);

create index ix_reminder_feed on reminder (feed, at_utc);

insert into sequence (name, last) values ('reminder', 0);
