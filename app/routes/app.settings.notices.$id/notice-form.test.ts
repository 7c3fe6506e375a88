import { describe, expect, test } from "vitest";
import { type Notice, noticeSchema } from "../../orders/notices.ts";
import { newNoticeForm, noticeForm, noticeFormSchema, noticeOf } from "./notice-form.ts";

const notice: Notice = noticeSchema.parse({
  id: "0b6f1a34-6a51-4f6e-9c8f-2f1f4d3c2b1a",
  title: "Snow in Leeds",
  delays: "transit",
  extraWorkingDays: 3,
  from: "2026-11-20",
  until: "2026-11-27",
  scope: { locations: ["Leeds"], countries: ["GB", "IE"], carriers: [], methods: ["Express"] },
});

describe("a notice's form", () => {
  test("gives back the notice it was filled with", () => {
    expect(noticeOf(noticeFormSchema.parse(noticeForm(notice)))).toEqual({ kind: "ok", notice });
  });

  test("begins with a notice about everything that only lacks its title", () => {
    const form = newNoticeForm(notice.id, { from: "2026-11-22", until: "2026-11-28" });
    expect(noticeOf(form)).toEqual({ kind: "invalid", errors: { title: "Fill this in." } });
    expect(noticeOf({ ...form, title: "Snow" }).kind).toBe("ok");
  });

  test("says next to each field what is wrong with it", () => {
    const form = noticeForm(notice);
    expect(noticeOf({ ...form, extraWorkingDays: "0", from: "" })).toMatchObject({
      errors: { extraWorkingDays: "Enter 1 or more.", from: "Enter a day." },
    });
    expect(noticeOf({ ...form, until: "2026-11-19" })).toEqual({
      kind: "invalid",
      errors: { until: "It cannot end before it begins." },
    });
    expect(noticeOf({ ...form, extraWorkingDays: "three" })).toMatchObject({
      errors: { extraWorkingDays: "Enter a whole number." },
    });
  });
});
