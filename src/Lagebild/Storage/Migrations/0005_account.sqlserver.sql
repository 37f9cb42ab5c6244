-- What an account signs in with. Stamp: another with every secret. Code_step: the time step of the last code taken. Version: counts changes.
alter table account add password_hash nvarchar(400) collate Latin1_General_100_BIN2 null;
alter table account add stamp nvarchar(64) collate Latin1_General_100_BIN2 not null constraint df_account_stamp default '';
alter table account add two_factor bit not null constraint df_account_two_factor default 0;
alter table account add authenticator_key nvarchar(1000) collate Latin1_General_100_BIN2 null;
alter table account add code_step bigint null;
alter table account add version bigint not null constraint df_account_version default 0;

-- Codes for when the device is lost, hashed; a used one is gone.
create table recovery_code (
    account bigint not null constraint fk_recovery_code_account references account (id),
    number int not null,
    salt nvarchar(64) collate Latin1_General_100_BIN2 not null,
    hash nvarchar(64) collate Latin1_General_100_BIN2 not null,
    constraint pk_recovery_code primary key (account, number)
);

-- Where someone is or was signed in.
create table account_session (
    id nvarchar(64) collate Latin1_General_100_BIN2 not null constraint pk_account_session primary key,
    account bigint not null constraint fk_account_session_account references account (id),
    started_utc datetime2(7) not null,
    used_utc datetime2(7) not null,
    ended_utc datetime2(7) null,
    browser nvarchar(100) collate Latin1_General_100_BIN2 not null,
    address nvarchar(100) collate Latin1_General_100_BIN2 not null
);

create index ix_account_session_account on account_session (account);

-- Links that work once. Hash: of the secret part. Account null: the first account is set up with it.
create table account_link (
    hash nvarchar(64) collate Latin1_General_100_BIN2 not null constraint pk_account_link primary key,
    account bigint null constraint fk_account_link_account references account (id),
    made_utc datetime2(7) not null,
    expires_utc datetime2(7) not null
);

-- Failed attempts to sign in, by hash of a name or an address.
create table sign_in_failure (
    subject nvarchar(64) collate Latin1_General_100_BIN2 not null constraint pk_sign_in_failure primary key,
    failed int not null,
    last_utc datetime2(7) not null,
    until_utc datetime2(7) null
);

-- What cookies and secrets are protected with, for all nodes.
create table protection_key (
    name nvarchar(200) collate Latin1_General_100_BIN2 not null constraint pk_protection_key primary key,
    added_utc datetime2(7) not null,
    xml nvarchar(max) collate Latin1_General_100_BIN2 not null
);
