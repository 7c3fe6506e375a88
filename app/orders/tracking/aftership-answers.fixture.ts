/** Answers in the shape of AfterShip's Tracking API, version 2026-07: what it documents, with made-up parcels. */

const meta = { code: 200 };
const pagination = { total: 1, next_cursor: null, has_next_page: false };

export const ON_ITS_WAY = {
  meta,
  data: {
    pagination,
    trackings: [
      {
        id: "y5m2k1q0zs7a4mhq1e3f5008",
        created_at: "2026-11-17T10:02:11Z",
        updated_at: "2026-11-20T07:31:40Z",
        tracking_number: "1ZW7A8806831504957",
        slug: "ups",
        active: true,
        tag: "OutForDelivery",
        subtag: "OutForDelivery_001",
        courier_estimated_delivery_date: {
          estimated_delivery_date: "2026-11-23",
          estimated_delivery_date_min: null,
          estimated_delivery_date_max: null,
        },
        aftership_estimated_delivery_date: { estimated_delivery_date: "2026-11-30", confidence_code: 1003 },
        checkpoints: [
          {
            created_at: "2026-11-17T10:02:12Z",
            slug: "ups",
            tag: "InfoReceived",
            subtag: "InfoReceived_001",
            subtag_message: "Info Received",
            checkpoint_time: "2026-11-17T09:40:00",
            message: "Shipper created a label, UPS has not received the package yet.",
            city: null,
            coordinate: null,
            events: [],
            source: "carrier",
          },
          {
            created_at: "2026-11-18T23:10:00Z",
            slug: "ups",
            tag: "InTransit",
            subtag: "InTransit_007",
            subtag_message: "Departure Scan",
            checkpoint_time: "2026-11-18T21:05:00+01:00",
            message: "Departed from Facility",
            city: "Köln",
          },
          { tag: "InTransit", message: "no time at all" },
          { tag: "Teleported", checkpoint_time: "2026-11-19T08:00:00Z", message: "a status nobody knows" },
          "nonsense",
          {
            created_at: "2026-11-20T07:31:39Z",
            slug: "ups",
            tag: "OutForDelivery",
            subtag: "OutForDelivery_001",
            subtag_message: "Out for Delivery",
            checkpoint_time: "2026-11-20T08:12:00",
            message: "Out For Delivery Today",
            city: "Berlin",
          },
        ],
      },
    ],
  },
};

export const NOTHING_KNOWN = {
  meta,
  data: { pagination: { total: 0, next_cursor: null, has_next_page: false }, trackings: [] },
};

export const PENDING = {
  meta,
  data: {
    pagination,
    trackings: [{ tracking_number: "1ZW7A8806831504957", slug: "ups", tag: "Pending", checkpoints: [] }],
  },
};

export const CREATED = { meta: { code: 201 }, data: { id: "abc", tracking_number: "1ZW7A8806831504957", slug: "ups" } };

export const ALREADY_EXISTS = {
  meta: { code: 4003, message: "Tracking already exists.", type: "BadRequest" },
  data: { id: "abc" },
};

export const TOO_MANY_REQUESTS = {
  meta: { code: 429, message: "You have exceeded the API call rate limit.", type: "TooManyRequests" },
  data: {},
};
