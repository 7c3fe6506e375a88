-- Who works in the admin, what each may do, and what they did.
CREATE TABLE staff_member (
  shop TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  name TEXT,
  email TEXT,
  role TEXT NOT NULL CHECK (role IN ('owner', 'lead', 'agent', 'viewer')),
  account_owner BOOLEAN NOT NULL DEFAULT false,
  limit_minor BIGINT CHECK (limit_minor >= 0),
  first_seen_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  last_seen_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  asked_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (shop, staff_id)
);

CREATE TABLE team (
  shop TEXT NOT NULL PRIMARY KEY,
  newcomers TEXT NOT NULL CHECK (newcomers IN ('lead', 'agent', 'viewer')),
  currency TEXT NOT NULL,
  owner_limit_minor BIGINT CHECK (owner_limit_minor >= 0),
  lead_limit_minor BIGINT NOT NULL CHECK (lead_limit_minor >= 0),
  agent_limit_minor BIGINT NOT NULL CHECK (agent_limit_minor >= 0),
  updated_at TIMESTAMPTZ(3) NOT NULL
);

CREATE TABLE audit_entry (
  shop TEXT NOT NULL,
  id UUID NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  staff_id TEXT NOT NULL,
  staff_name TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details JSONB NOT NULL DEFAULT '{}',
  PRIMARY KEY (shop, id)
);
CREATE INDEX audit_entry_shop_at ON audit_entry (shop, at DESC, id DESC);
CREATE INDEX audit_entry_shop_staff_at ON audit_entry (shop, staff_id, at DESC, id DESC);
CREATE INDEX audit_entry_shop_action_at ON audit_entry (shop, action, at DESC, id DESC);

-- What is carried out where a person approved less than the shopper had confirmed, which stays in `proposal`.
ALTER TABLE resolution ADD COLUMN granted JSONB;
