// The precautions page, written down once more by hand from the design (content part 6 with the changes of 6.0), and
// what positions bring and take. It reads no record.
#include "tests/core/safe_plans_checker.h"

namespace pegboard::safe_plans {

const std::vector<PageLine>& page() {
    static const std::vector<PageLine> lines{
        {"seizure", "control=uncontrolled* advice_recorded=no*", "HGT SUS WHL"},
        {"photosensitive", "", "FLS"},
        {"latex", "", "BAL LTX"},
        {"aai", "cleared=no*", "NCK INV PRS +mini_tramp"},
        {"aai", "status=known* cleared=no*", "IMP RUN CNT SUS @JP +scooter_board +wobble_cushion"},
        {"wb_leg", "grade=NWB*|TTWB", "IMP LEG RUN @JP @TK @QU"},
        {"wb_leg", "grade=NWB*|TTWB side=both*", "SLS @ST @WK @VS"},
        {"wb_leg", "grade=NWB*|TTWB side=left|right !crutches", "SLS @ST @WK @VS"},
        {"wb_leg", "grade=PWB", "IMP RUN @JP +balance_board +beam +step_stones +mini_tramp +therapy_ball +foam_pad"},
        {"wb_leg", "grade=PWB !crutches", "SLS"},
        {"wb_arm", "", "WBA EXT OVH @QU"},
        {"wb_arm", "hand_free=no*", "#two_hands"},
        {"cast_tone", "kind=serial_cast* where=arm_or_hand*", "#two_hands OVH WBA"},
        {"cast_tone", "kind=serial_cast* where=leg", "IMP RUN WHL HGT SLS BAR @JP +beam +balance_board +step_stones"},
        {"bone_fragile", "", "IMP CNT SUS PRS EXT RUN NCK +balance_board +scooter_board +therapy_ball +wobble_cushion"},
        {"hip", "cleared=no*", "IMP RUN INV EXT @JP @QU @TK ^pa.floor_sit #stander"},
        {"spine", "cleared=no*",
         "NCK INV SPN IMP EXT TWI RUN SUS WHL OVH @QU +balance_board +beam +mini_tramp +therapy_ball +wobble_cushion"},
        {"spine", "cleared=no* brace=off", "SLS"},
        {"shunt", "", "NCK INV CNT"},
        {"shunt", "programmable=yes*", "MAG"},
        {"cochlear", "", "MAG"},
        {"cochlear", "device=cochlear_implant* processor_on=yes*", "PLS"},
        {"gtube", "in_feed_window=yes*", "PRB FOD EXT INV AER RUN IMP SUS SPN @JP"},
        {"line_trach", "", "BLO"},
        {"line_trach", "care_plan_allows=no*", "FAC TAC +dry_bin +water +spray"},
        {"line_trach", "carer_trained=no*", "FAC TAC +dry_bin +water +spray"},
        {"dysphagia", "order=nil_by_mouth*", "FOD"},
        {"dysphagia", "order=ordered_textures_only texture_matches=no*", "FOD"},
        {"mouthing", "kind=pica*", "SMP BAL MAG"},
        {"mouthing", "kind=pica* edible_only=no*", "INE +foam +paint +dough +putty"},
        {"cardiac", "surgery_recovery=yes*", "WBA EXT PRB OVH IMP RUN CNT AER SUS WHL @JP +balance_board +mini_tramp"},
        {"bleeding", "cleared=no*", "CNT IMP RUN"},
        {"implant", "", "MAG"},
        {"implant", "site_protected=no*", "PRS CNT"},
        {"insensate", "", "HOT"},
        {"muscle", "resistance_allowed=no*", "ECC EXT"},
        {"muscle", "kind=Duchenne_or_Becker*", "ECC EXT"},
        {"muscle", "kind=Duchenne_or_Becker* hard_play_allowed=no*", "AER"},
        {"oxygen", "texture_order=no*", "FOD"},
        {"oxygen", "water_kept_away=no*", "FAC +water +spray"},
        {"concussion", "stage=stage_1*|stage_2|stage_3|stage_4", "SUS SPN HGT CNT RUN IMP WHL"},
        {"concussion", "stage=stage_1*|stage_2", "AER +ball_tennis +ball_large +bat"},
        {"concussion", "stage=stage_1*", "+keyboard +phone"},
        {"skin_blister", "", "TAC PRS +scooter_board +stickers +tape +putty +glue"},
        {"autonomic", "", "INV @QU @JP"},
        {"plexus", "cleared=no*", "WBA EXT OVH"},
        {"elopement", "one_to_one_closed=no*", "~outdoor ~playground"},
        {"unsafe_tools", "triggers_present=yes*", "SHP"},
        {"immune", "", "BLO"},
        {"immune", "single_use=no*", "+dry_bin +dough +foam"},
        {"trauma", "chosen_today=no*", "PRS +tunnel"},
        {"weights", "therapist_order=no*", "WGT +lap_weight"},
        {"today", "fever_or_red_flag=yes*", "@SU @PR @SF @SC @QU @TK @ST @VS @WK @JP @SW"},
        {"today", "pain=yes*", "EXT AER IMP SLS ECC HGT @JP"},
    };
    return lines;
}

}  // namespace pegboard::safe_plans
