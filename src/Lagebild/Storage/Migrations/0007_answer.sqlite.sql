-- What was understood of a delivered file, as JSON: how it is written, its columns, its first rows. Kept with the profile that read it.
create table understood (
    delivery integer not null constraint pk_understood primary key constraint fk_understood_delivery references delivery (id),
    body text not null
);

-- Which value a question (a finding that asks) is about.
create table question (
    delivery integer not null constraint fk_question_delivery references delivery (id),
    finding integer not null,
    series integer not null,
    period_start integer not null,
    period_end integer not null,
    constraint pk_question primary key (delivery, finding)
) without rowid;

-- Answers to questions. Given counts from 1: a later answer stands in place of an earlier one, which is kept. Series and period are null where the question is about no single value.
create table answer (
    delivery integer not null constraint fk_answer_delivery references delivery (id),
    finding integer not null,
    given integer not null,
    series integer,
    period_start integer,
    period_end integer,
    body text not null,
    language text not null,
    person integer,
    who text not null,
    at_utc text not null,
    constraint pk_answer primary key (delivery, finding, given)
) without rowid;

create index ix_answer_series on answer (series, period_start);

-- The largest changes of a draft, by ranking and then number from 1; they stay when the draft is released.
create table draft_change (
    delivery integer not null constraint fk_draft_change_delivery references delivery (id),
    ranking text not null,
    number integer not null,
    series integer not null,
    period_start integer not null,
    period_end integer not null,
    constraint pk_draft_change primary key (delivery, ranking, number)
) without rowid;

-- What a draft adds, changes and closes; null without a draft.
alter table delivery add column draft_added integer;
alter table delivery add column draft_changed integer;
alter table delivery add column draft_closed integer;
