// The work of the invented children: weekly appointments, usual plans and goals. Words only; it
// refuses to compute anything.
#include <array>

#include "core/demo/demo_data.h"

namespace pegboard::demo {
namespace {
constexpr Discipline ot = Discipline::ot;
constexpr Discipline pt = Discipline::pt;
constexpr Arc warm_up = Arc::opener;
constexpr Arc focus = Arc::main;
constexpr Arc everyday = Arc::function;
constexpr Arc wrap_up = Arc::closer;
constexpr int at(int hour, int minute) { return hour * 60 + minute; }

// ---- Amina Yusuf
constexpr std::array amina_plan{DemoBlock{focus, "HW10", 14}, DemoBlock{everyday, "HW12", 12}};
constexpr std::array amina_slots{DemoSlot{0, at(11, 45), 30, Lead::ot, "Oakfield Primary, class 3B", "table"}};
constexpr std::array amina_goals{
    DemoGoal{ot, "sc.dress", "Dresses for PE, all but the laces, before the bell", "420|450|400", "time_s", 240, 0, 0,
             "Changing for PE", "Puts on the PE shirt and shorts;360|Turns clothes the right way out first;300", 66},
    DemoGoal{ot, "fm.zip_join", "Joins and zips her coat on her own", "20|20|40", "trials", 80, 4, 5, "Going home",
             "Holds the pin still while a friend zips;4/5|Pushes the pin home in the box;4/5", 52},
    DemoGoal{ot, "sp.sound_light", "Stays in the dining hall for a whole lunch", "300|240|420", "duration_s", 1200, 0,
             0, "School lunch", "Stays at the quiet table for ten minutes;600", 80, GoalStatus::active, 3},
    DemoGoal{ot, "sc.groom", "Brushes her teeth for two minutes", "30|40|30", "duration_s", 120, 0, 0, "Bedtime", "",
             -10, GoalStatus::met}};

// ---- Anahí Quispe
constexpr std::array anahi_plan{DemoBlock{warm_up, "BA08", 6}, DemoBlock{focus, "HJ03", 10},
                                DemoBlock{focus, "BA04", 8}, DemoBlock{wrap_up, "BA03", 5}};
constexpr std::array anahi_slots{DemoSlot{1, at(9, 0), 30, Lead::pt, "Home visit", "room"}};
constexpr std::array anahi_goals{
    DemoGoal{pt, "ms.stairs_up", "Climbs five front steps, one foot on each step, holding the rail", "1|1|2", "count",
             5, 0, 0, "Coming home",
             "Climbs three front steps, both feet on each;3|Climbs four front steps, leading with either foot;4", 75},
    DemoGoal{pt, "gm.ball4_catch_chest", "Hugs a big ball tossed from one meter", "0|20|20", "trials", 80, 4, 5,
             "Playing with her brother", "Stops a rolled ball with both hands;4/5", 60}};

// ---- Eli Goldberg
constexpr std::array eli_plan{DemoBlock{warm_up, "HW18", 8}, DemoBlock{focus, "HW13", 20}};
constexpr std::array eli_slots{DemoSlot{1, at(13, 15), 30, Lead::ot, "Oakfield Primary, library", "table"}};
constexpr std::array eli_goals{
    DemoGoal{ot, "vm.copy_far", "Copies three lines from the board in five minutes", "560|540|575", "time_s", 300, 0, 0,
             "Class notes",
             "Copies three lines from the board in eight minutes;480|Copies three lines from the board in six "
             "minutes;360",
             20, GoalStatus::active, 3},
    DemoGoal{ot, "fm.hw_legible", "Writes a paragraph a new reader can read", "62|58|65", "legible_pct", 90, 0, 0,
             "Story writing", "Leaves a finger's gap between words;75", 74},
    DemoGoal{ot, "fm.hw_fluency", "Writes 40 readable letters a minute", "22|25|24", "rate_min", 40, 0, 0,
             "Spelling test", "", 74, GoalStatus::on_hold}};

// ---- Hana Kobayashi
constexpr std::array hana_plan{DemoBlock{warm_up, "BC01", 5}, DemoBlock{focus, "HJ10", 10},
                               DemoBlock{focus, "HJ03", 12}, DemoBlock{focus, "BA09", 10}};
constexpr std::array hana_slots{DemoSlot{2, at(10, 30), 45, Lead::pt, "Clinic, big gym", "hall"}};
constexpr std::array hana_goals{
    DemoGoal{pt, "bc.one_foot", "Stands on either foot for five seconds", "1|1|2", "duration_s", 5, 0, 0,
             "Putting on pants", "Stands on one foot holding a finger;3", 58, GoalStatus::active, 2, Side::each},
    DemoGoal{pt, "gm.hop1_single", "Hops once on either foot", "0|0|1", "count", 1, 0, 0, "Playground",
             "Lifts off once with one hand held;1", 58, GoalStatus::active, 2, Side::each},
    DemoGoal{pt, "bc.beam", "Walks along a line for two meters", "60|80|75", "distance_cm", 200, 0, 0, "Playground", "",
             44}};

// ---- Jamal Carter
constexpr std::array jamal_plan{DemoBlock{warm_up, "HJ08", 5}, DemoBlock{focus, "BA11", 12},
                                DemoBlock{focus, "HW11", 12}, DemoBlock{wrap_up, "BA12", 8}};
constexpr std::array jamal_slots{DemoSlot{1, at(11, 0), 45, Lead::both, "Clinic, room 1", "room"}};
constexpr std::array jamal_goals{
    DemoGoal{ot, "vm.copy_far", "Copies a ten-piece block picture from a card", "40|50|40", "trials", 80, 4, 5,
             "Construction time", "Copies a six-piece picture;4/5", 63},
    DemoGoal{ot, "fm.hw_legible", "Writes a sentence with clear gaps", "55|60|58", "legible_pct", 85, 0, 0, "News book",
             "Spaces words with a craft stick;65|Spaces words on his own;75", 63},
    DemoGoal{pt, "gm.ball5_catch_hands", "Catches a tennis ball, 8 of 10 throws", "30|20|30", "trials", 80, 8, 10,
             "Recess", "Catches a beanbag from two meters;8/10", 77},
    DemoGoal{pt, "bc.agility", "Runs, stops and turns on a call without a fall", "2|3|2", "count", 8, 0, 0, "PE class",
             "", 77},
    DemoGoal{ot, "sp.attend", "Stays with table work for ten minutes", "240|300|270", "duration_s", 600, 0, 0,
             "Maths lesson", "", 12, GoalStatus::active, 3}};

// ---- Kwame Mensah
constexpr std::array kwame_plan{DemoBlock{warm_up, "BA12", 6}, DemoBlock{focus, "BA18", 12},
                                DemoBlock{focus, "MS05", 10}};
constexpr std::array kwame_slots{DemoSlot{3, at(11, 0), 45, Lead::pt, "Hillcrest Middle School, gym", "hall"}};
constexpr std::array kwame_goals{
    DemoGoal{pt, "ms.device", "Walks from class to the gym with his crutches in four minutes", "380|400|390", "time_s",
             240, 0, 0, "Changing class",
             "Walks from class to the gym in six minutes;360|Walks from class to the gym in five minutes;300", 70},
    DemoGoal{pt, "se.legs", "Stands up from a chair ten times in 30 seconds", "5|6|5", "count", 10, 0, 0,
             "Getting about", "Stands up from a chair five times in 30 seconds;5", 70},
    DemoGoal{pt, "ms.transfer", "Gets up from the floor on his own", "20|0|20", "trials", 80, 4, 5, "Assembly", "",
             35}};

// ---- Liam O'Connor
constexpr std::array liam_plan{DemoBlock{warm_up, "BA12", 6}, DemoBlock{focus, "BA18", 12},
                               DemoBlock{focus, "SE11", 10}};
constexpr std::array liam_slots{DemoSlot{2, at(14, 0), 45, Lead::both, "Hillcrest Middle School, gym", "hall"}};
constexpr std::array liam_goals{
    DemoGoal{pt, "se.core", "Holds a plank for 30 seconds", "8|10|9", "duration_s", 30, 0, 0, "PE class",
             "Holds a plank on his knees;20", 56},
    DemoGoal{pt, "se.endurance", "Walks the school mile without stopping", "90000|95000|100000", "distance_cm",
             160934.4, 0, 0, "Sports day", "Walks three laps of the field without stopping;120700.8", 84},
    DemoGoal{ot, "pl.join", "Joins a game at break and stays to the end", "0|1|1", "count", 4, 0, 0, "Recess",
             "Asks two friends to play;2", 56, GoalStatus::active, 3},
    DemoGoal{ot, "sc.routine", "Packs his own bag from a list", "40|50|50", "steps_pct", 90, 0, 0, "Morning routine",
             "", -4}};

// ---- Łucja Nowak
constexpr std::array lucja_plan{DemoBlock{focus, "HW13", 18}, DemoBlock{wrap_up, "SX18", 12}};
constexpr std::array lucja_slots{DemoSlot{0, at(14, 45), 30, Lead::ot, "Video visit", "table"}};
constexpr std::array lucja_goals{
    DemoGoal{ot, "sc.knife", "Makes a sandwich and cuts it in two", "40|50|40", "steps_pct", 90, 0, 0, "Saturday lunch",
             "Spreads to the edge of the bread;70", 49},
    DemoGoal{ot, "fm.hw_fluency", "Takes her own notes in one lesson a day", "8|9|8", "rate_min", 18, 0, 0,
             "History lesson", "Writes the three key words;12", 49}};

// ---- Mateo García
constexpr std::array mateo_plan{DemoBlock{warm_up, "HJ06", 5},   DemoBlock{focus, "HJ12", 8},
                                DemoBlock{focus, "HW10", 10},    DemoBlock{focus, "BA10", 6},
                                DemoBlock{everyday, "SX16", 10}, DemoBlock{wrap_up, "HW15", 6}};
constexpr std::array mateo_slots{DemoSlot{0, at(10, 45), 45, Lead::both, "Oakfield Primary, gym", "hall"},
                                 DemoSlot{2, at(9, 15), 45, Lead::both, "Oakfield Primary, gym", "hall"}};
constexpr std::array mateo_goals{
    DemoGoal{ot, "fm.button", "Fastens four buttons on his shirt", "20|20|40", "trials", 80, 4, 5,
             "Getting dressed for school", "Fastens one large button;4/5|Fastens two shirt buttons;4/5", -2,
             GoalStatus::met, 3},
    DemoGoal{ot, "fm.hw_legible", "Writes his first and last name on the line", "40|35|45", "in_bounds_pct", 85, 0, 0,
             "Naming his work", "Sits three of five letters on the line;60|Sizes tall and small letters;75", 73},
    DemoGoal{ot, "fm.cut6_circle", "Cuts out a 10 cm circle close to the line", "20|20|40", "trials", 80, 4, 5,
             "Craft table", "Cuts along a wide curve;4/5|Turns the paper, not the scissors;4/5", 73},
    DemoGoal{pt, "gm.hop3_five", "Hops five times in a row on his right foot", "1|2|2", "count", 5, 0, 0, "Hopscotch",
             "Hops three times in a row;3", 73, GoalStatus::active, 2, Side::right},
    DemoGoal{pt, "gm.ball5_catch_hands", "Catches a ball with hands only, 8 of 10 throws", "30|30|40", "trials", 80, 8,
             10, "Soccer at recess", "Catches a beanbag with hands only;8/10", 73},
    DemoGoal{pt, "bc.one_foot", "Stands on his left foot for 10 seconds", "3|4|3", "duration_s", 10, 0, 0,
             "Putting on pants", "Stands for five seconds near a wall;5", 73, GoalStatus::active, 3, Side::left}};

// ---- Noah Williams
constexpr std::array noah_plan{DemoBlock{warm_up, "BC01", 5}, DemoBlock{focus, "HJ11", 10},
                               DemoBlock{focus, "BA10", 10}};
constexpr std::array noah_slots{DemoSlot{1, at(10, 15), 30, Lead::pt, "Clinic, big gym", "hall"}};
constexpr std::array noah_goals{
    DemoGoal{pt, "gm.hop2_three", "Hops three times in a row on either foot", "0|1|1", "count", 3, 0, 0, "Playground",
             "Hops once without holding on;1", 40, GoalStatus::active, 2, Side::each},
    DemoGoal{pt, "gm.ball5_catch_hands", "Catches a beanbag with hands only", "20|20|40", "trials", 80, 4, 5,
             "Yard play", "Catches against his chest;4/5", 68},
    DemoGoal{pt, "gm.gallop", "Gallops across the hall on either side", "100|150|120", "distance_cm", 500, 0, 0,
             "Music and movement", "", 68}};

// ---- Priya Raman
constexpr std::array priya_plan{DemoBlock{warm_up, "BA11", 6}, DemoBlock{focus, "HW11", 10}};
constexpr std::array priya_slots{DemoSlot{0, at(13, 30), 45, Lead::both, "Clinic, big gym", "hall"}};
constexpr std::array priya_goals{
    DemoGoal{pt, "pa.sit_table", "Sits tall at her desk for 15 minutes", "240|300|280", "duration_s", 900, 0, 0,
             "Lesson time", "Sits tall for five minutes with feet down;300", 47, GoalStatus::active, 3},
    DemoGoal{pt, "se.core", "Curls up from the floor ten times", "2|3|3", "count", 10, 0, 0, "PE class", "", 47},
    DemoGoal{ot, "fm.hw_legible", "Writes a sentence with letters on the line", "50|55|48", "in_bounds_pct", 85, 0, 0,
             "Story writing", "Writes her name on the line;60|Writes three words on the line;70", 47},
    DemoGoal{ot, "fm.grasp4_dynamic", "Moves the pencil with her fingers for a page", "1|1|1", "rating4", 3, 0, 0,
             "Story writing", "", 82},
    DemoGoal{ot, "fm.cut7_square", "Cuts out a square with sharp corners", "40|40|60", "trials", 80, 4, 5,
             "Craft table", "", 82, GoalStatus::draft}};

// ---- Sofia Rossi
constexpr std::array sofia_plan{DemoBlock{warm_up, "HW18", 8}, DemoBlock{focus, "SX17", 15},
                                DemoBlock{everyday, "HW12", 15}, DemoBlock{wrap_up, "HW15", 7}};
constexpr std::array sofia_slots{DemoSlot{0, at(9, 30), 45, Lead::ot, "Clinic, room 1", "room", true},
                                 DemoSlot{4, at(9, 0), 30, Lead::ot, "Clinic, room 2", "table"}};
constexpr std::array sofia_goals{DemoGoal{ot, "fm.tie", "Ties her shoelaces in a bow", "0|0|20", "trials", 80, 4, 5,
                                          "Getting ready for PE", "Ties a first knot;4/5|Makes both loops;4/5", 61},
                                 DemoGoal{ot, "fm.cut8_complex", "Cuts out a picture with inside corners", "40|40|60",
                                          "trials", 80, 4, 5, "Art club", "", 61},
                                 DemoGoal{ot, "sc.knife", "Cuts soft food with a knife and fork", "2|2|1", "assist", 1,
                                          0, 0, "School lunch", "Spreads butter on toast;1", 33}};

// ---- Yusra Haddad
constexpr std::array yusra_plan{DemoBlock{warm_up, "HW07", 6}, DemoBlock{focus, "HW09", 8},
                                DemoBlock{everyday, "SX10", 12}};
constexpr std::array yusra_slots{DemoSlot{3, at(9, 30), 30, Lead::ot, "Clinic, room 2", "table"}};
constexpr std::array yusra_goals{
    DemoGoal{ot, "pl.turns", "Takes turns in a board game to the end", "2|3|2", "count", 8, 0, 0, "Family game night",
             "Waits for two turns;2", 54},
    DemoGoal{ot, "sp.touch", "Plays with dough for five minutes", "20|40|30", "duration_s", 300, 0, 0,
             "Cooking at preschool", "Touches dough with a tool;60|Touches dough with one finger;120", 54},
    DemoGoal{ot, "fm.hw_name", "Writes the five letters of her first name", "1|1|2", "count", 5, 0, 0,
             "Naming her pictures", "", 75}};

// ---- Zoë Nguyễn
constexpr std::array zoe_plan{DemoBlock{warm_up, "SX14", 8}, DemoBlock{focus, "SX13", 15},
                              DemoBlock{wrap_up, "HW15", 6}};
constexpr std::array zoe_slots{DemoSlot{0, at(8, 30), 30, Lead::ot, "Clinic, room 2", "table"},
                               DemoSlot{2, at(8, 30), 30, Lead::ot, "Clinic, room 2", "table"}};
constexpr std::array zoe_goals{DemoGoal{ot, "fm.cut6_circle", "Cuts out a circle on her own", "0|20|20", "trials", 80,
                                        4, 5, "Craft table", "Cuts a wide curve;4/5|Cuts half a circle;4/5", 26},
                               DemoGoal{ot, "vm.pw5_square", "Copies a square with four corners", "20|40|40", "trials",
                                        80, 4, 5, "Drawing houses", "", 68},
                               DemoGoal{ot, "fm.helper_hand", "Turns the paper with her helper hand", "1|1|0",
                                        "rating4", 3, 0, 0, "Craft table", "", 68}};

constexpr std::array<DemoWork, child_count> all_work{{{amina_plan, amina_slots, amina_goals},
                                                      {anahi_plan, anahi_slots, anahi_goals},
                                                      {eli_plan, eli_slots, eli_goals},
                                                      {hana_plan, hana_slots, hana_goals},
                                                      {jamal_plan, jamal_slots, jamal_goals},
                                                      {kwame_plan, kwame_slots, kwame_goals},
                                                      {liam_plan, liam_slots, liam_goals},
                                                      {lucja_plan, lucja_slots, lucja_goals},
                                                      {mateo_plan, mateo_slots, mateo_goals},
                                                      {noah_plan, noah_slots, noah_goals},
                                                      {priya_plan, priya_slots, priya_goals},
                                                      {sofia_plan, sofia_slots, sofia_goals},
                                                      {yusra_plan, yusra_slots, yusra_goals},
                                                      {zoe_plan, zoe_slots, zoe_goals}}};
}  // namespace

std::span<const DemoWork, child_count> work() { return all_work; }

std::span<const DemoKit> kits() {
    static constexpr std::array all{
        DemoKit{
            "Oakfield Primary, gym", PlaceKind::school, "hall|wall|table",
            "mat|crash_mat|bench|beam|hoops|cones|floor_spots|rope|beanbags|ball_large|ball_foam|basket|bat|music|tape",
            ""},
        DemoKit{
            "Clinic, big gym", PlaceKind::clinic, "hall|wall|table|stairs",
            "mat|crash_mat|therapy_ball|wedge|beam|balance_board|foam_pad|step_stones|scooter_board|tunnel|low_steps|"
            "bench|hoops|cones|floor_spots|rope|beanbags|ball_large|ball_foam|ball_tennis|basket|target|wobble_cushion|"
            "slant_board|mirror|crate|music|tape|cushions|cards|pencils|paper|toys",
            ""},
        DemoKit{"Clinic, room 1", PlaceKind::clinic, "room|wall|table",
                "mat|mirror|blocks|puzzle|putty|beads|tongs|pegs|pegboard|dressing_frame|laces|scissors|pencils|paper|"
                "card|lined|glue|markers|cards|toys|timer|music|cushions|picture",
                ""},
        DemoKit{"My bag", PlaceKind::clinic, "",
                "pencils|crayon_short|markers|paper|card|lined|scissors|glue|stickers|tape|tongs|beads|putty|laces|"
                "timer|picture|cards|schedule|toys|scarves|bubbles|ball_tennis|slant_board|headphones",
                "ball_tennis"}};
    return all;
}

const DemoGroup& group() {
    static constexpr std::array plan{DemoBlock{warm_up, "BC08", 6}, DemoBlock{focus, "SX17", 12},
                                     DemoBlock{focus, "VM10", 10}, DemoBlock{everyday, "PL06", 12}};
    static constexpr DemoGroup hand_gym{"Hand gym group", "Sofia|Yusra|Jamal", plan};
    return hand_gym;
}

}  // namespace pegboard::demo
