-- Figures typed into the entry form, for one feed and region; open until handed in. The number of saves only grows.
create table entry_draft (
    id integer not null constraint pk_entry_draft primary key,
    feed text not null,
    region text not null,
    opened_by integer,
    opened_utc text not null,
    updated_by text not null,
    updated_utc text not null,
    based_on integer not null,
    saves integer not null,
    source text not null,
    handed_in_by text,
    handed_in_utc text,
    receipt integer
);

create index ix_entry_draft_feed on entry_draft (feed, region);

insert into sequence (name, last) values ('entry_draft', 0);

-- What a save changed, as typed. A cell holds what its latest save says; earlier ones stay, so that each save can be taken back.
create table entry_cell (
    draft integer not null constraint fk_entry_cell_draft references entry_draft (id),
    [save] integer not null,
    number integer not null,
    indicator text not null,
    variant text not null,
    region text not null,
    breakdown text not null,
    frequency text not null,
    period_start integer not null,
    period_end integer not null,
    value text not null,
    status text not null,
    note text not null,
    by_person integer,
    by_name text not null,
    at_utc text not null,
    constraint pk_entry_cell primary key (draft, [save], number)
) without rowid;

-- Who was reminded of an overdue cell: one row for each cell of a reminder.
create table reminder (
    id integer not null,
    number integer not null,
    feed text not null,
    indicator text not null,
    variant text not null,
    region text not null,
    frequency text not null,
    period_start integer not null,
    period_end integer not null,
    by_person integer,
    by_name text not null,
    at_utc text not null,
    recipients text not null,
    language text not null,
    subject text not null,
    body text not null,
    constraint pk_reminder primary key (id, number)
) without rowid;

create index ix_reminder_feed on reminder (feed, at_utc);

insert into sequence (name, last) values ('reminder', 0);
