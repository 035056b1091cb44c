-- site.settings: options under WordPress's names. A missing row means the default.
create table options (
  name varchar(191) not null primary key,
  chosen ${text} not null
);
