# Gathers a target's sources, eight at a time, into one translation unit each: what they include is read once, so that a
# build from nothing takes half as long. Sources whose file-local names clash with a neighbour's are named after the
# target and stay alone. Off for everyday work (one changed file, one file compiled), on in the presets.
option(PEGBOARD_GATHER "Compile several sources at a time; quicker from nothing, slower after one change" OFF)

function(pegboard_gather target)
  if(PEGBOARD_GATHER)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE BATCH UNITY_BUILD_BATCH_SIZE 8)
    set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()
