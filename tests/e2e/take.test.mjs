// What a person takes along, in Chromium.
import { testTake } from "../both/take.mjs";
import { inChromium } from "./hand.mjs";
import { withBrowser } from "./with-browser.mjs";

const world = withBrowser();
testTake(inChromium(world), () => world.page.url());
