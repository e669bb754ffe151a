// The documentation of the API, drawn from its description. No file comes from another host.
import "rapidoc";
import "./docs.css";
