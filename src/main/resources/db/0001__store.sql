-- base.store: the feed of changes, the counters of ids, the steps of the schema itself.
create table schema_steps (
  number integer not null primary key,
  name varchar(100) not null,
  checksum varchar(64) not null,
  made_at timestamp not null
);
create table feed_head (
  k integer not null primary key,
  seq bigint not null,
  epoch integer not null
);
insert into feed_head (k, seq, epoch) values (1, 0, 1);
create table changes (
  seq bigint not null primary key,
  epoch integer not null,
  made_at timestamp not null,
  cause varchar(12) not null,
  actor bigint not null,
  kind varchar(40) not null,
  thing bigint not null,
  touched varchar(32672) not null
);
create table ids (
  name varchar(20) not null primary key,
  next_id bigint not null
);
insert into ids (name, next_id) values ('entry', 1);
insert into ids (name, next_id) values ('term', 1);
insert into ids (name, next_id) values ('person', 1);
insert into ids (name, next_id) values ('comment', 1);
