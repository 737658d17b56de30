# One target that carries our compiler settings; third-party code does not link it.
add_library(pegboard_settings INTERFACE)
target_compile_options(pegboard_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  -fstack-protector-strong)
target_include_directories(pegboard_settings INTERFACE ${CMAKE_SOURCE_DIR})
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo" OR CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(pegboard_settings INTERFACE _FORTIFY_SOURCE=2)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  add_link_options(-pie -Wl,-z,relro,-z,now)
endif()
if(PEGBOARD_GATHER)
  # A neighbour's file-local name is no shadow and a file-local fixture no leak; everyday builds look for both.
  target_compile_options(pegboard_settings INTERFACE -Wno-shadow -Wshadow=local -Wno-subobject-linkage)
  # GCC 12 takes a std::variant or optional of strings for uninitialised once whole rooms are inlined together.
  target_compile_options(pegboard_settings INTERFACE -Wno-maybe-uninitialized)
endif()
if(PEGBOARD_SANITIZE)
  # On everything, third-party sources too, so that their containers are checked as well.
  # A null pointer that is followed ends in the address sanitizer anyway; asking at each step as well, and after the
  # alignment of memory that only new and the standard library hand out, takes half of the compile time.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
if(PEGBOARD_FUZZ)
  # Clang's own view of warnings is no matter here: what is built is only run.
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined -w -Wno-error)
  add_link_options(-fsanitize=address,undefined)
endif()
