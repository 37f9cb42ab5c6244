-- People with an account. Normal_mail is what an account is found by.
create table account (
    id integer not null constraint pk_account primary key,
    name text not null,
    mail text not null,
    normal_mail text not null constraint uq_account_mail unique,
    added_utc text not null,
    closed_utc text
);

-- Region null: every office.
create table account_grant (
    account integer not null constraint fk_account_grant_account references account (id),
    number integer not null,
    role text not null,
    region text,
    constraint pk_account_grant primary key (account, number)
) without rowid;

insert into sequence (name, last) values ('account', 0);

-- Every act, in a chain of hashes; nothing changes or removes a row.
create table audit (
    number integer not null constraint pk_audit primary key,
    at_utc text not null,
    person integer,
    who text not null,
    act text not null,
    subject text not null,
    region text,
    [before] text,
    [after] text,
    hash text not null
);

-- By which way a delivery came (Folder, Upload, Form, Token), and who handed it in (null: nobody with an account).
alter table delivery add column channel text not null default 'Folder';
alter table delivery add column handed_in_by integer;

-- Who released or withdrew (null: the program, by rule), and the language of why (null: a word of the program).
alter table release add column released_by integer;
alter table release add column why_language text;
