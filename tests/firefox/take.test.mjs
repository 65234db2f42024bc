// What a person takes along, in Firefox.
import { testTake } from "../both/take.mjs";
import { inFirefox } from "./hand.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();
testTake(inFirefox(world), () => world.address);
