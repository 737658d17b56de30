// The fourteen invented children: who they are and what to take care of. Words only; it refuses to
// compute anything.
#include "core/demo/demo_data.h"

#include <array>

namespace pegboard::demo {
namespace {
constexpr std::array<DemoChild, child_count> all_children{
    DemoChild{
        "Amina",
        "Yusuf",
        "she/her",
        98,
        "Oakfield Primary, class 3B",
        "Hodan Yusuf, mother|Ali Yusuf, father",
        "Autism;F84.0",
        "sound;detail=hand dryers and the dining hall",
        "Show what comes next on her picture strip",
        "earmuffs",
        "art|numbers",
        "Knows every bus route|Kind to younger children",
        "Noise at lunch|Getting changed in time",
        "fm.hw_legible;fm.hw_legible",
        0,
        160,
        140,
        "Zipped twice with one reminder.|Chose the quiet table and stayed.|Sorted her PE bag alone.|Good start, tired "
        "at the end.|Practiced the coat zipper.",
        "Somali",
        "Speaks in short sentences; points to pictures when it is loud",
        true},
    DemoChild{
        "Anahí",
        "Quispe",
        "she/her",
        33,
        "Little Steps Preschool",
        "Rosa Quispe, mother",
        "Down syndrome;Q90.9",
        "aai;status=a risk, not checked yet",
        "No rolls or neck bending until the neck is checked",
        "ankle supports",
        "music|animals",
        "Copies actions in songs|Laughs at every success",
        "Steps and curbs|Hands ready for the ball",
        "gm.ball;gm.ball4_catch_chest",
        0,
        95,
        120,
        "Climbed two steps with one hand.|Caught the scarf four times.|Stopped the big ball.|Walked to the park with "
        "Mom.|Tried the bottom step.",
        "Spanish",
        "Signs and single words"},
    DemoChild{"Eli", "Goldberg", "he/him", 113, "Oakfield Primary, class 4A",
              "Miriam Goldberg, mother|Dan Goldberg, father", "Dysgraphia;R27.8", "",
              "Seat at the front, left of the board", "slant board|pencil grip", "space|robots",
              "Tells long, funny stories|Fair in games", "Copying from the board|Writing when tired",
              "fm.grasp;fm.grasp4_dynamic", 45, 200, 150,
              "Copied one line, lost his place twice.|Same as last week.|Try a copy close by first.|Slant board "
              "helped.|Wrote four lines."},
    DemoChild{"Hana", "Kobayashi", "she/her", 44, "Little Steps Preschool",
              "Yuki Kobayashi, mother|Ken Kobayashi, father", "Hypotonia;P94.2", "hypermobile;detail=knees and ankles",
              "", "", "sea|castles and fairy tales", "Watches first, then tries|Climbs with good care",
              "Standing on one foot|Longer walks", "gm.hop;gm.hop1_single", 0, 75, 110,
              "Two seconds on the left foot.|Hopped with both hands held.|Walked the whole line.|Shy start, great "
              "finish.|Met the flamingo wall."},
    DemoChild{"Jamal", "Carter", "he/him", 92, "Oakfield Primary, class 2A",
              "Denise Carter, mother|Ray Carter, grandfather", "Attention differences;F90.0",
              "respiratory;inhaler=yes;detail=cold air and running", "Movement break each 10 minutes", "",
              "sports|numbers", "Quick with numbers|Cheers for others", "Waiting for the go|Gaps between words",
              "gm.ball;gm.ball5_catch_hands", 60, 180, 130,
              "Caught five of ten.|Built the tower from the card.|Ten minutes at the table.|Used the craft stick for "
              "gaps.|Great stops and turns."},
    DemoChild{"Kwame", "Mensah", "he/him", 144, "Hillcrest Middle School", "Abena Mensah, mother",
              "Cerebral palsy, spastic diplegia;G80.1",
              "seizure;control=controlled;advice_recorded=yes;triggers=missed sleep;"
              "rescue_plan=Rescue medicine in the blue bag",
              "Check the crutch tips", "elbow crutches|leg braces", "music|sports",
              "Never gives up|Drums for the school band", "Rising from the floor|Long corridors", "", 7, 210, 100,
              "Corridor in six minutes.|Seven stands in 30 seconds.|New crutch tips fitted.|Tired after "
              "swimming.|Rested twice "
              "in the corridor."},
    DemoChild{"Liam", "O'Connor", "he/him", 138, "Hillcrest Middle School",
              "Siobhán O'Connor, mother|Pat O'Connor, father", "Dyspraxia (DCD);F82", "", "", "", "vehicles|building",
              "Builds anything|Good with animals", "Longer walks|Joining a game", "gm.ball;gm.ball7_dribble", 30, 150,
              80,
              "Plank for 14 seconds.|Asked Tom to play.|Walked half the field.|Packed his bag from the list.|Found two "
              "games he likes."},
    DemoChild{
        "Łucja", "Nowak", "she/her", 131, "Hillcrest Middle School", "Ewa Nowak, mother|Marek Nowak, father",
        "Spina bifida;Q05.9", "latex;severity=severe;auto_injector=yes|insensate;detail=both feet", "", "wheelchair",
        "cooking|art", "Plans her own week|Speaks up for herself", "Two hands in the kitchen|Notes in lessons", "", 0,
        120, 90,
        "Spread to the edge of the bread.|Wrote the three key words.|Cut the toast in two.|Set up her desk.|Chose the "
        "first recipe."},
    DemoChild{
        "Mateo", "García", "he/him", 76, "Oakfield Primary, Year 1", "Lucía García, mother|Andrés García, father",
        "Dyspraxia (DCD);F82", "latex;severity=mild;auto_injector=no|sound;detail=sudden loud noise",
        "Ankle supports in both shoes", "ankle supports", "dinosaurs|sports|trains",
        "Keeps trying, and asks for another turn|Follows a two-step picture plan|Strong rhythm: claps and steps to a "
        "beat",
        "Small hand muscles tire after 5 minutes|Plans new movements more easily in small steps|Steadier on the right "
        "foot than the left",
        "fm.cut;fm.cut6_circle|gm.hop;gm.hop2_three|gm.ball;gm.ball5_catch_hands", 17, 113, 73,
        "8 of 10 tries, four buttons on his own.|Three hops in a row.|Name on the line, four of five letters.|Caught "
        "five "
        "of ten.|Turned the paper by himself."},
    DemoChild{
        "Noah", "Williams", "he/him", 55, "Little Steps Preschool", "Grace Williams, mother",
        "Delayed motor development;F82", "food_allergy;allergens=peanut;route=touch;auto_injector=yes", "", "",
        "vehicles|superheroes", "Loves to run|Tries new things", "Hopping on the left|Hands ready to catch",
        "gm.hop;gm.hop1_single", 0, 88, 118,
        "Two hops on the right.|Caught the beanbag twice.|Galloped half the hall.|Hopped into the hoop.|Happy start."},
    DemoChild{"Priya", "Raman", "she/her", 84, "Oakfield Primary, class 2B",
              "Anjali Raman, mother|Vikram Raman, father", "Benign joint hypermobility;M35.7",
              "hypermobile;detail=fingers, wrists and hips", "Short bouts, and ask about sore fingers",
              "wedge cushion|pencil grip", "letters|nature", "Reads to her sister|Careful with tools",
              "Sitting tall|Fingers tire in writing", "fm.grasp;fm.grasp4_dynamic", 0, 12, 60,
              "Sat tall for six minutes.|Three words on the line.|Curled up four times.|Fingers sore, shorter "
              "bout.|Wedge cushion "
              "tried."},
    DemoChild{"Sofia", "Rossi", "she/her", 82, "Oakfield Primary, class 2B", "Elena Rossi, mother",
              "Dyspraxia (DCD);F82", "", "", "", "animals|art", "Draws for hours|Remembers every step",
              "Laces|Knife and fork", "fm.cut;fm.cut8_complex", 0, 170, 125,
              "First knot alone.|Made one loop.|Cut around the cat's ears.|Buttered toast.|Laced the practice card."},
    DemoChild{"Yusra", "Haddad", "she/her", 66, "Little Steps Preschool", "Rima Haddad, mother|Sami Haddad, father",
              "Sensory processing differences", "touch;detail=wet and sticky|coeliac;allergens=wheat",
              "Wheat-free dough only", "", "shops|castles and fairy tales", "Great at pretend play|Knows her letters",
              "Sticky hands|Waiting for a turn", "vm.pw;vm.pw7_x", 0, 140, 115,
              "Touched the dough with a spoon.|Waited for two turns.|Wrote Y and U.|Washed hands twice, then played "
              "on.|Chose the "
              "shop game."},
    DemoChild{"Zoë",
              "Nguyễn",
              "she/her",
              61,
              "Little Steps Preschool",
              "Linh Nguyễn, mother|Paul Nguyễn, father",
              "Born early;P07.3",
              "",
              "",
              "spring scissors",
              "dinosaurs|cooking",
              "Sings while she works|Helps tidy up",
              "Turning the paper|Corners",
              "fm.cut;fm.cut5_curve",
              0,
              130,
              105,
              "Half a circle.|Cut the wide curve.|Turned the paper once.|Copied a cross.|Held the scissors thumb up.",
              "English",
              {},
              false,
              31}};
}  // namespace

std::span<const DemoChild, child_count> children() { return all_children; }

}  // namespace pegboard::demo
