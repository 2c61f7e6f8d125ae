# beding_embed(<out.cpp> <namespace> <folder> <file>...) makes a source file that holds the contents of files, named by
# their path below <folder>. To read them, declare in that namespace:
#   std::span<const std::pair<std::string_view, std::string_view>> files();
include_guard(GLOBAL)

add_executable(beding_embedder ${CMAKE_CURRENT_LIST_DIR}/main.cpp)
target_include_directories(beding_embedder PRIVATE ${CMAKE_CURRENT_LIST_DIR}/..)

function(beding_embed out namespace folder)
  set(paths ${ARGN})
  list(TRANSFORM paths PREPEND ${folder}/)
  add_custom_command(
    OUTPUT ${out}
    COMMAND beding_embedder ${out} ${namespace} ${ARGN}
    DEPENDS beding_embedder ${paths}
    WORKING_DIRECTORY ${folder}
    COMMENT "Embedding the files of ${namespace}"
    VERBATIM)
endfunction()

# beding_embed_clock(<out.cpp>) makes a source file that lists the changes of the clocks in Amsterdam (clock.cpp).
add_executable(beding_clock ${CMAKE_CURRENT_LIST_DIR}/clock.cpp)
target_link_libraries(beding_clock PRIVATE date::date date::date-tz)

function(beding_embed_clock out)
  add_custom_command(
    OUTPUT ${out}
    COMMAND beding_clock ${out}
    DEPENDS beding_clock
    COMMENT "Listing the changes of the clocks"
    VERBATIM)
endfunction()
