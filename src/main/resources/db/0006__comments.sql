-- site.comments: what readers answer.
create table comments (
  id bigint not null primary key,
  entry_id bigint not null,
  parent_id bigint not null,
  person_id bigint not null,
  author_name varchar(250) not null,
  author_email varchar(254) not null,
  author_url varchar(500) not null,
  author_address varchar(100) not null,
  author_agent varchar(255) not null,
  made_at timestamp not null,
  made_local timestamp not null,
  status varchar(20) not null,
  comment_type varchar(40) not null,
  content ${text} not null,
  version bigint not null
);
create index comments_entry on comments (entry_id, status, made_at);
create table comment_meta (
  comment_id bigint not null,
  place integer not null,
  meta_key varchar(255) not null,
  meta_value ${text} not null,
  primary key (comment_id, place)
);
