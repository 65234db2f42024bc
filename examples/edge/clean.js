// An edge worker that stands before a site and gives its pages without their clutter. `SITE`, a variable of the worker, names the site.
import { declutter } from "offprint";

export default {
  /** @param {Request} request @param {{ SITE: string }} variables */
  async fetch(request, { SITE }) {
    const { pathname, search } = new URL(request.url);
    const address = Object.assign(new URL(SITE), { pathname, search });
    return declutter(await fetch(new Request(address, request)));
  },
};
