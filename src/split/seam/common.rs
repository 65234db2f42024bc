//! Words that any two texts share: what they have in common says nothing of either.
//!
//! Written by hand from what stands in most texts of a language, and kept short: they are three kilobytes of the wasm before it is packed.

use crate::hash::Set;
use std::sync::LazyLock;

/// The first six letters of such words, beside the stop words. What languages share is listed once.
const COMMON: &str = "also like time how some most your these new while includ just make many throug use over get first even need our where any people \
after way two here now year years well don may much such those before take should each long becaus every withou both could then \
find want know using down right back around see betwee whethe during day often based part making made howeve since good anothe \
own better being might used last become look why though same start few set think off less great things next three his does \
someth across place accord additi once say says saying told going came went under until again still very show four five former \
month months week weeks days today number did got let put yet took give given left call called never always among agains whose \
toward himsel itself early later late ago away end world state nation govern report follow expect severa second monday tuesda \
wednes thursd friday saturd sunday januar februa march april june july august septem octobe novemb decemb andere wurde wurden \
sein seine seiner sei seit wir gibt kann wieder gegen weiter unter keine kein diese dieser diesem diesen nun hatte hatten eines \
einen einige selbst zwei drei ihre ihren ihrer dabei jahr jahre jahren waren wenn viele etwa sagte sagt schon allem doch dann \
sowie zeit laut habe neue neuen vom soll sollen beim immer worden zurück jedoch dazu damit ersten erste zudem großen können \
könnte muss müssen zwisch währen bereit dort hier heute montag dienst mittwo donner freita samsta sonnta fait faire être \
contre selon dont ses sans encore avant après tous tout toute toutes nous vous leur leurs deux même depuis lors était étaien \
avait avaien peut aussi très bien autres autre cela celui trois jours année années ans alors ainsi lundi mardi mercre jeudi \
vendre samedi dimanc tras además había habían ante hay desde parte según hasta otros otras otro otra donde durant tanto \
forma caso sino sido tiene tienen puede pueden hace años año tres todo todos toda todas cada mismo contra primer segund así \
están estos estas esa ese eso lunes martes miérco jueves vierne stato stata stati dopo prima anni anno essere hanno aveva dove \
tutto tutti tutte loro suo suoi propri solo senza così già molto altri altre uma seus suas anos ano pode podem ainda depois \
eles mesmo onde foram esse essa haar deze meer veel werd heeft hebben kunnen jaar twee eerste tegen которы которо \
может будет были была чтобы также очень после только когда если более \
году года время один этого этом свои своих który które która został jego będzie może \
lat roku tylko przed więcej önce olduğu büyük yıl yeni";

/// Whether every text may have words that begin so.
pub(super) fn contains(stem: &str) -> bool {
    static SET: LazyLock<Set<&str>> = LazyLock::new(|| COMMON.split_ascii_whitespace().collect());
    SET.contains(stem)
}
