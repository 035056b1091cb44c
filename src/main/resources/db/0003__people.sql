-- site.people: accounts, sessions, application passwords. Keys are folded in Java.
create table people (
  id bigint not null primary key,
  login varchar(60) not null,
  login_key varchar(60) not null constraint people_login unique,
  slug varchar(200) not null constraint people_slug unique,
  display_name varchar(250) not null,
  email varchar(254) not null,
  bio ${text} not null,
  url varchar(500) not null,
  role_name varchar(40) not null,
  password_hash varchar(300) not null,
  registered_at timestamp not null,
  version bigint not null
);
create table sessions (
  token_hash varchar(64) not null primary key,
  person_id bigint not null,
  form_secret varchar(64) not null,
  made_at timestamp not null,
  seen_at timestamp not null,
  ends_at timestamp not null,
  address varchar(60) not null,
  agent varchar(250) not null
);
create index sessions_person on sessions (person_id);
create table app_passwords (
  id varchar(36) not null primary key,
  person_id bigint not null,
  label varchar(250) not null,
  secret_hash varchar(64) not null constraint app_passwords_secret unique,
  made_at timestamp not null,
  used_at timestamp
);
