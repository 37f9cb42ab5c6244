-- Keys of machines that hand figures in: only the SHA-256 of each is kept. Made_by is the account that answers for it.
create table machine_token (
    id integer not null constraint pk_machine_token primary key,
    name text not null,
    hash text not null constraint uq_machine_token_hash unique,
    made_by integer not null constraint fk_machine_token_account references account (id),
    made_utc text not null,
    expires_utc text not null,
    last_used_utc text,
    revoked_utc text
);

create table machine_token_feed (
    token integer not null constraint fk_machine_token_feed_token references machine_token (id),
    feed text not null,
    constraint pk_machine_token_feed primary key (token, feed)
) without rowid;

-- What people and machines hand in, kept whole before it is read. State: Received, Read (delivery says as what) or Failed. Profile null: the feed's own.
-- Based_on is the feed's latest release when it was handed in (0: none), tries how often reading it was begun, fault why the last try came to nothing.
create table inbox (
    id integer not null constraint pk_inbox primary key,
    feed text not null,
    file_name text not null,
    sha256 text not null constraint fk_inbox_stored_file references stored_file (sha256),
    channel text not null,
    handed_in_by integer,
    token integer constraint fk_inbox_machine_token references machine_token (id),
    profile text,
    note text,
    based_on integer not null,
    received_utc text not null,
    state text not null,
    tries integer not null,
    delivery integer constraint fk_inbox_delivery references delivery (id),
    fault text
);

create index ix_inbox_state on inbox (state, feed);

create index ix_inbox_sha256 on inbox (sha256, feed);

insert into sequence (name, last) values ('inbox', 0), ('machine_token', 0);
