-- site.taxonomy: categories, tags and every other taxonomy.
create table terms (
  id bigint not null primary key,
  taxonomy varchar(40) not null,
  slug varchar(200) not null,
  name varchar(250) not null,
  description ${text} not null,
  parent_id bigint not null,
  version bigint not null,
  constraint terms_slug unique (taxonomy, slug)
);
