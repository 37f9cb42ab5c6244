-- People with an account. Normal_mail is what an account is found by.
create table account (
    id bigint not null constraint pk_account primary key,
    name nvarchar(200) collate Latin1_General_100_BIN2 not null,
    mail nvarchar(256) collate Latin1_General_100_BIN2 not null,
    normal_mail nvarchar(256) collate Latin1_General_100_BIN2 not null constraint uq_account_mail unique,
    added_utc datetime2(7) not null,
    closed_utc datetime2(7) null
);

-- Region null: every office.
create table account_grant (
    account bigint not null constraint fk_account_grant_account references account (id),
    number int not null,
    role nvarchar(40) collate Latin1_General_100_BIN2 not null,
    region nvarchar(100) collate Latin1_General_100_BIN2 null,
    constraint pk_account_grant primary key (account, number)
);

insert into sequence (name, last) values ('account', 0);

-- Every act, in a chain of hashes; nothing changes or removes a row.
create table audit (
    number bigint not null constraint pk_audit primary key,
    at_utc datetime2(7) not null,
    person bigint null,
    who nvarchar(200) collate Latin1_General_100_BIN2 not null,
    act nvarchar(60) collate Latin1_General_100_BIN2 not null,
    subject nvarchar(200) collate Latin1_General_100_BIN2 not null,
    region nvarchar(100) collate Latin1_General_100_BIN2 null,
    [before] nvarchar(max) collate Latin1_General_100_BIN2 null,
    [after] nvarchar(max) collate Latin1_General_100_BIN2 null,
    hash nvarchar(64) collate Latin1_General_100_BIN2 not null
);

-- By which way a delivery came (Folder, Upload, Form, Token), and who handed it in (null: nobody with an account).
alter table delivery add channel nvarchar(20) collate Latin1_General_100_BIN2 not null constraint df_delivery_channel default 'Folder';
alter table delivery add handed_in_by bigint null;

-- Who released or withdrew (null: the program, by rule), and the language of why (null: a word of the program).
alter table release add released_by bigint null;
alter table release add why_language nvarchar(8) collate Latin1_General_100_BIN2 null;
