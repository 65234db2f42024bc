// What helps while reading, in Firefox.
import { testAids } from "../both/aids.mjs";
import { inFirefox } from "./hand.mjs";
import { withFirefox } from "./with-firefox.mjs";

testAids(inFirefox(withFirefox()));
