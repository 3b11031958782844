"""What the bench does inside the product's own process: sessions, many rows, queries counted, figures twice."""
