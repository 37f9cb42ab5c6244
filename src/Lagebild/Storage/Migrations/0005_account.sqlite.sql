-- What an account signs in with. Stamp: another with every secret. Code_step: the time step of the last code taken. Version: counts changes.
alter table account add column password_hash text;
alter table account add column stamp text not null default '';
alter table account add column two_factor integer not null default 0;
alter table account add column authenticator_key text;
alter table account add column code_step integer;
alter table account add column version integer not null default 0;

-- Codes for when the device is lost, hashed; a used one is gone.
create table recovery_code (
    account integer not null constraint fk_recovery_code_account references account (id),
    number integer not null,
    salt text not null,
    hash text not null,
    constraint pk_recovery_code primary key (account, number)
) without rowid;

-- Where someone is or was signed in.
create table account_session (
    id text not null constraint pk_account_session primary key,
    account integer not null constraint fk_account_session_account references account (id),
    started_utc text not null,
    used_utc text not null,
    ended_utc text,
    browser text not null,
    address text not null
) without rowid;

create index ix_account_session_account on account_session (account);

-- Links that work once. Hash: of the secret part. Account null: the first account is set up with it.
create table account_link (
    hash text not null constraint pk_account_link primary key,
    account integer constraint fk_account_link_account references account (id),
    made_utc text not null,
    expires_utc text not null
) without rowid;

-- Failed attempts to sign in, by hash of a name or an address.
create table sign_in_failure (
    subject text not null constraint pk_sign_in_failure primary key,
    failed integer not null,
    last_utc text not null,
    until_utc text
) without rowid;

-- What cookies and secrets are protected with, for all nodes.
create table protection_key (
    name text not null constraint pk_protection_key primary key,
    added_utc text not null,
    xml text not null
) without rowid;
