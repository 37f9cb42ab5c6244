-- Keys of machines that hand figures in: only the SHA-256 of each is kept. Made_by is the account that answers for it.
create table machine_token (
    id bigint not null constraint pk_machine_token primary key,
    name nvarchar(200) collate Latin1_General_100_BIN2 not null,
    hash nvarchar(64) collate Latin1_General_100_BIN2 not null constraint uq_machine_token_hash unique,
    made_by bigint not null constraint fk_machine_token_account references account (id),
    made_utc datetime2(7) not null,
    expires_utc datetime2(7) not null,
    last_used_utc datetime2(7) null,
    revoked_utc datetime2(7) null
);

create table machine_token_feed (
    token bigint not null constraint fk_machine_token_feed_token references machine_token (id),
    feed nvarchar(100) collate Latin1_General_100_BIN2 not null,
    constraint pk_machine_token_feed primary key (token, feed)
);

-- What people and machines hand in, kept whole before it is read. State: Received, Read (delivery says as what) or Failed. Profile null: the feed's own.
-- Based_on is the feed's latest release when it was handed in (0: none), tries how often reading it was begun, fault why the last try came to nothing.
create table inbox (
    id bigint not null constraint pk_inbox primary key,
    feed nvarchar(100) collate Latin1_General_100_BIN2 not null,
    file_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
    sha256 nvarchar(64) collate Latin1_General_100_BIN2 not null constraint fk_inbox_stored_file references stored_file (sha256),
    channel nvarchar(20) collate Latin1_General_100_BIN2 not null,
    handed_in_by bigint null,
    token bigint null constraint fk_inbox_machine_token references machine_token (id),
    profile nvarchar(100) collate Latin1_General_100_BIN2 null,
    note nvarchar(max) collate Latin1_General_100_BIN2 null,
    based_on int not null,
    received_utc datetime2(7) not null,
    state nvarchar(20) collate Latin1_General_100_BIN2 not null,
    tries int not null,
    delivery bigint null constraint fk_inbox_delivery references delivery (id),
    fault nvarchar(40) collate Latin1_General_100_BIN2 null
);

create index ix_inbox_state on inbox (state, feed);

create index ix_inbox_sha256 on inbox (sha256, feed);

insert into sequence (name, last) values ('inbox', 0), ('machine_token', 0);
