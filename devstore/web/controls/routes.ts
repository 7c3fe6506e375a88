import express, { Router } from "express";
import { z } from "zod";
import type { AdminApi } from "#devstore/admin-api/admin-api.ts";
import type { CallLog } from "#devstore/calls.ts";
import type { Faults } from "#devstore/faults.ts";
import type { CustomerRecord } from "#devstore/store/records.ts";
import type { Store } from "#devstore/store/store.ts";
import type { AccessTokens } from "../auth/access-tokens.ts";
import { customerName } from "../storefront/format.ts";
import type { Installation } from "../installation.ts";
import type { Mailbox } from "../mail/mailbox.ts";
import type { Visitors } from "../storefront/visitor.ts";
import { NO_WEBHOOK_FAULTS, type Webhooks } from "../webhooks/webhooks.ts";
import { asStaff } from "../as-staff.ts";
import { STAFF, staffCookie, staffMember, switchStaff } from "../auth/staff.ts";
import { answerErrors, control, ControlError } from "./answer.ts";
import { fulfillmentOrderControls } from "./fulfillment-orders.ts";
import {
  clockBody,
  eventBody,
  faultsBody,
  loginBody,
  mailBody,
  replayBody,
  scopesBody,
  sendBody,
  staffBody,
  teamBody,
  themeBody,
} from "./schemas.ts";

export type ControlsOptions = {
  store: Store;
  installation: Installation;
  tokens: AccessTokens;
  visitors: Visitors;
  webhooks: Webhooks;
  webhookTopics: readonly string[];
  mailbox: Mailbox;
  calls: CallLog;
  faults: Faults;
  api: AdminApi;
  /** Opens the app in the admin once, as its merchant does on installing it. */
  openApp: () => Promise<void>;
  addresses: () => Record<string, string>;
};

const nothing = z.unknown();

/** The switches and gauges of the devstore, under `/_devstore/`. Nothing like them exists on Shopify. */
export function controlRoutes(options: ControlsOptions): Router {
  const { store, installation, tokens, visitors, webhooks, mailbox, calls, faults } = options;
  const router = Router();
  router.use(express.json({ limit: "5mb" }));

  router.get(
    "/state",
    control(nothing, () => stateOf(options)),
  );

  router.post(
    "/clock",
    control(clockBody, (body) => {
      const now = "at" in body ? store.set(body.at) : store.advance(body.advance);
      return { now: now.toISOString() };
    }),
  );

  router.post(
    "/faults",
    control(faultsBody, ({ webhooks: onTheWay, ...rule }) => {
      const all = Object.keys(rule).length === 0 && onTheWay === undefined;
      if (all) faults.clear();
      else if (Object.keys(rule).length > 0) faults.set(rule);
      if (all || onTheWay !== undefined)
        webhooks.faults = { ...NO_WEBHOOK_FAULTS, ...withoutUndefined(onTheWay ?? {}) };
      return faultsState(options);
    }),
  );

  router.post(
    "/login",
    control(loginBody, ({ customerId }, _req, res) => {
      const customer = customerId === null ? null : findCustomer(store, customerId);
      visitors.logIn(res, customer);
      return { customer: customer && summary(customer), cookie: customer ? visitors.cookie(customer) : null };
    }),
  );

  router.post(
    "/orders/:name/events",
    control(eventBody, (body, req) => {
      const name = req.params["name"] ?? "";
      const result = store.addFulfillmentEvent(name, withoutUndefined(body));
      switch (result.kind) {
        case "added":
          return { fulfillment: result.fulfillment.name, events: result.fulfillment.events.length };
        case "invalid":
          throw new ControlError(422, "invalid_event", result.message);
        case "unknown_order":
          throw new ControlError(404, "unknown_order", `There is no order ${name}.`);
        case "no_fulfillment":
          throw new ControlError(409, "no_fulfillment", `Order ${name} has no such parcel yet.`);
      }
    }),
  );

  router.use("/fulfillment-orders", fulfillmentOrderControls(store));

  router.get(
    "/calls",
    control(nothing, () => ({ calls: calls.list() })),
  );
  router.delete(
    "/calls",
    control(nothing, () => calls.clear()),
  );

  router.get(
    "/books",
    control(nothing, () => ({ entries: store.book.list() })),
  );
  router.post(
    "/staff",
    control(staffBody, (body) => asStaff(options.api, store, body)),
  );

  router.get(
    "/team",
    control(nothing, () => ({ staff: STAFF })),
  );
  router.post(
    "/team",
    control(teamBody, ({ staffId }, _req, res) => {
      const member = staffMember(staffId);
      if (!member) throw new ControlError(404, "unknown_staff", `There is no member of staff ${staffId}.`);
      switchStaff(res, member);
      return { staff: member, cookie: staffCookie(member) };
    }),
  );

  router.get(
    "/mail",
    control(nothing, () => ({ messages: mailbox.messages })),
  );
  router.post(
    "/mail",
    control(mailBody, (message, _req, res) => void res.status(201).json(mailbox.add(message, store.now()))),
  );
  router.delete(
    "/mail",
    control(nothing, () => mailbox.clear()),
  );

  router.get(
    "/webhooks",
    control(nothing, () => ({ deliveries: webhooks.deliveries })),
  );
  router.post(
    "/webhooks/send",
    control(sendBody, ({ topic, payload }) => ({ deliveries: webhooks.send(topic, payload, store.now()) })),
  );
  router.post(
    "/webhooks/replay",
    control(replayBody, (match) => ({ deliveries: webhooks.replay(match) })),
  );

  router.post(
    "/install",
    control(nothing, async () => {
      await options.openApp();
      return { installed: installation.installed };
    }),
  );
  router.post(
    "/uninstall",
    control(nothing, () => installation.uninstall()),
  );
  router.post(
    "/scopes",
    control(scopesBody, ({ granted }) => installation.grant(granted)),
  );
  router.post(
    "/tokens/expire",
    control(nothing, () => tokens.expireAll()),
  );
  router.post(
    "/theme",
    control(themeBody, ({ appEmbedEnabled, chatBlock }) => store.setAppEmbed(appEmbedEnabled, chatBlock)),
  );

  router.use((req) => {
    throw new ControlError(404, "unknown_control", `There is no control ${req.method} /_devstore${req.path}.`);
  });
  router.use(answerErrors);
  return router;
}

function faultsState({ faults, webhooks }: ControlsOptions) {
  return { adminApi: faults.state(), webhooks: webhooks.faults };
}

function stateOf(options: ControlsOptions) {
  const { store, installation, webhooks, webhookTopics, mailbox, calls, addresses } = options;
  const { shop } = store;
  const count = (state: string) => webhooks.deliveries.filter((delivery) => delivery.state === state).length;
  return {
    now: store.now().toISOString(),
    clockTicks: store.clock.ticking,
    shop: {
      domain: shop.domain,
      name: shop.name,
      currencyCode: shop.currencyCode,
      plan: shop.plan,
      locales: shop.locales,
    },
    theme: shop.theme,
    app: { installed: installation.installed, scopes: installation.scopes },
    counts: {
      products: store.products.length,
      customers: store.customers.length,
      orders: store.visibleOrders().length,
    },
    webhooks: {
      topics: webhookTopics,
      waiting: count("waiting"),
      delivered: count("delivered"),
      givenUp: count("given_up"),
    },
    faults: faultsState(options),
    calls: calls.last,
    mail: mailbox.messages.length,
    addresses: addresses(),
  };
}

function findCustomer(store: Store, ref: string | number): CustomerRecord {
  const customer = store.customer(ref) ?? store.customerByEmail(String(ref));
  if (!customer) throw new ControlError(404, "unknown_customer", `There is no customer ${ref}.`);
  return customer;
}

function summary(customer: CustomerRecord) {
  return { id: `gid://shopify/Customer/${customer.id}`, name: customerName(customer), email: customer.email };
}

/** zod leaves optional keys as `undefined`; the store takes them absent. */
function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}
