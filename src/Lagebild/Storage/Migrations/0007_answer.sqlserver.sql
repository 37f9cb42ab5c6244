-- What was understood of a delivered file, as JSON: how it is written, its columns, its first rows. Kept with the profile that read it.
create table understood (
    delivery bigint not null constraint pk_understood primary key constraint fk_understood_delivery references delivery (id),
    body nvarchar(max) collate Latin1_General_100_BIN2 not null
);

-- Which value a question (a finding that asks) is about.
create table question (
    delivery bigint not null constraint fk_question_delivery references delivery (id),
    finding int not null,
    series bigint not null,
    period_start int not null,
    period_end int not null,
    constraint pk_question primary key (delivery, finding)
);

-- Answers to questions. Given counts from 1: a later answer stands in place of an earlier one, which is kept. Series and period are null where the question is about no single value.
create table answer (
    delivery bigint not null constraint fk_answer_delivery references delivery (id),
    finding int not null,
    given int not null,
    series bigint null,
    period_start int null,
    period_end int null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null,
    language nvarchar(8) collate Latin1_General_100_BIN2 not null,
    person bigint null,
    who nvarchar(200) collate Latin1_General_100_BIN2 not null,
    at_utc datetime2(7) not null,
    constraint pk_answer primary key (delivery, finding, given)
);

create index ix_answer_series on answer (series, period_start);

-- The largest changes of a draft, by ranking and then number from 1; they stay when the draft is released.
create table draft_change (
    delivery bigint not null constraint fk_draft_change_delivery references delivery (id),
    ranking nvarchar(20) collate Latin1_General_100_BIN2 not null,
    number int not null,
    series bigint not null,
    period_start int not null,
    period_end int not null,
    constraint pk_draft_change primary key (delivery, ranking, number)
);

-- What a draft adds, changes and closes; null without a draft.
alter table delivery add draft_added bigint null;
alter table delivery add draft_changed bigint null;
alter table delivery add draft_closed bigint null;
