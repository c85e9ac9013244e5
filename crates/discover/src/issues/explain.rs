//! Why some requests are together, whoever put them there: for the page of an issue that people have changed.

use super::{Constraints, Issue, Request, Weights, discover};

/// What can be said of `members` (indices, two at least) as one issue; the other requests say which words are rare.
#[must_use]
pub fn explain(requests: &[Request], members: &[usize]) -> Option<Issue> {
    let (first, rest) = members.split_first()?;
    let together = rest.iter().map(|it| (*first, *it)).collect();
    let strangers = (0..requests.len()).filter(|it| !members.contains(it));
    let apart = strangers.map(|it| (*first, it)).collect();
    let found = discover(requests, &Constraints { together, apart }, &Weights::default(), |_, _| {});
    found.issues.into_iter().find(|issue| issue.members.contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_speaks_of_these_members_and_no_others() {
        let texts = ["大树太密挡住窗户", "大树太密窗户全挡住了", "大树太密挡住窗户白天开灯", "电梯停了"];
        let ids = ["a", "b", "c", "d"];
        let request = |at: usize| Request { id: ids[at], text: texts[at], ..Request::default() };
        let requests: Vec<Request> = (0..4).map(request).collect();
        let issue = explain(&requests, &[0, 3]).unwrap();
        assert_eq!(issue.members, [0, 3]);
        assert!(issue.weakest.1 < 0.5, "{:?}", issue.weakest);
        let issue = explain(&requests, &[0, 1]).unwrap();
        assert!(issue.members == [0, 1] && issue.weakest.1 > 0.5, "{:?}", issue.weakest);
    }
}
