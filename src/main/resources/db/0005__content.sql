-- site.content: everything WordPress keeps as a post.
create table entries (
  id bigint not null primary key,
  entry_type varchar(40) not null,
  status varchar(20) not null,
  slug varchar(200) not null,
  slug_scope varchar(80),
  parent_id bigint not null,
  author_id bigint not null,
  title varchar(20000) not null,
  published_at timestamp,
  published_local timestamp,
  modified_at timestamp not null,
  comment_count integer not null,
  comments_open boolean not null,
  post_format varchar(20) not null,
  sticky boolean not null,
  secret_word varchar(255) not null,
  guid varchar(2000) not null,
  lang varchar(12) not null,
  translation_group varchar(60) not null,
  is_shown boolean not null,
  menu_order integer not null,
  template varchar(100) not null,
  restore_status varchar(20) not null,
  version bigint not null,
  constraint entries_slug unique (slug_scope, slug)
);
create index entries_by_slug on entries (slug, entry_type);
create index entries_by_status on entries (entry_type, status, published_at);
create index entries_by_parent on entries (parent_id, entry_type);
create index entries_by_author on entries (author_id);
create table bodies (
  entry_id bigint not null primary key,
  content ${text} not null,
  excerpt ${text} not null,
  policy varchar(20) not null
);
create table entry_meta (
  entry_id bigint not null,
  place integer not null,
  meta_key varchar(255) not null,
  meta_value ${text} not null,
  primary key (entry_id, place)
);
create index entry_meta_key on entry_meta (meta_key);
create table entry_terms (
  entry_id bigint not null,
  term_id bigint not null,
  place integer not null,
  primary key (entry_id, term_id)
);
create index entry_terms_term on entry_terms (term_id, entry_id);
create table old_slugs (
  slug varchar(200) not null,
  entry_id bigint not null,
  primary key (slug, entry_id)
);
create table media (
  entry_id bigint not null primary key,
  file varchar(500) not null,
  mime varchar(100) not null,
  width integer not null,
  height integer not null,
  size_bytes bigint not null,
  is_present boolean not null,
  source_url varchar(2000) not null
);
create index media_file on media (file);
create table imported (
  source varchar(80) not null,
  kind varchar(12) not null,
  source_key varchar(300) not null,
  local_id bigint not null,
  primary key (source, kind, source_key)
);
create table import_progress (
  source varchar(80) not null primary key,
  done bigint not null
);
